import type { CorpusDocument } from "./RankingQuery.ts";

/** Something that orders documents by how well they match what was typed. */
export interface Ranker {
  readonly name: string;
  /** The package that it comes from; absent: ours, or a few lines of ours. */
  readonly packageName?: string;
  /** How it was set up, in a few words. */
  readonly settings: string;
  /** Prepares documents, and gives the function that finds the IDs of those that match, best first. */
  prepare(documents: readonly CorpusDocument[]): (query: string) => readonly string[];
}
