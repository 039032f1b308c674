/** A query, and what a person who types it may mean. */
export interface RankingQuery {
  readonly kind: string;
  readonly query: string;
  /** IDs of documents; the first of them that is found counts. */
  readonly expected: readonly string[];
}

/** What is searched. */
export interface CorpusDocument {
  readonly id: string;
  readonly title: string;
  readonly category: string;
  readonly keywords: readonly string[];
}
