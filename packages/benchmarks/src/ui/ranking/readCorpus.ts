import { readFile } from "node:fs/promises";
import type { CorpusDocument, RankingQuery } from "./RankingQuery.ts";

/** The titles to search, and the queries that came with them. */
export interface Corpus {
  /** Whether it is the shared corpus; otherwise one that was made up. */
  readonly isShared: boolean;
  readonly documents: readonly CorpusDocument[];
  readonly queries: readonly RankingQuery[];
}

const folder = new URL("../../../../../../shared/fixtures/palette/", import.meta.url);

const verbs = ["Toggle", "Open", "Close", "Show", "Rename", "Format", "Go to", "Copy", "Split"];
const adjectives = ["", "Next", "Previous", "All", "Active", "Word"];
const nouns = ["Editor", "Definition", "Terminal", "Selection", "Breakpoint", "Minimap", "Branch"];
const categories = ["", "View", "Git", "Debug"];

/** Reads the corpus beside the repository, or makes a smaller one where it is not. */
export async function readCorpus(): Promise<Corpus> {
  try {
    const [documents, queries] = await Promise.all([read("corpus.json"), read("queries.json")]);
    return {
      isShared: true,
      documents: documents as CorpusDocument[],
      queries: queries as RankingQuery[],
    };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return { isShared: false, documents: makeDocuments(), queries: [] };
  }
}

async function read(name: string): Promise<unknown> {
  return JSON.parse(await readFile(new URL(name, folder), "utf8"));
}

function makeDocuments(): readonly CorpusDocument[] {
  return categories.flatMap((category) =>
    verbs.flatMap((verb) =>
      adjectives.flatMap((adjective) =>
        nouns.map((noun) => {
          const title = [verb, adjective, noun].filter((word) => word !== "").join(" ");
          const id = [category, title]
            .join(".")
            .toLowerCase()
            .replaceAll(/[^a-z.]+/gu, "-");
          return { id, title, category, keywords: [] };
        }),
      ),
    ),
  );
}
