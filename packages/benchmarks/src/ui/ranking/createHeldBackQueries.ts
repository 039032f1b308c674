import { createRandom } from "./createRandom.ts";
import { queryRules, type MadeQuery } from "./queryRules.ts";
import type { CorpusDocument, RankingQuery } from "./RankingQuery.ts";

/** A query that so many documents fit says nothing about how well they are ranked. */
const mostExpected = 6;

/**
 * Makes queries that nothing was tuned to: so many of each kind, by rule, from titles drawn with a
 * seed. Expected is every document that has all the words that are meant.
 */
export function createHeldBackQueries(
  corpus: readonly CorpusDocument[],
  { seed, perKind }: { readonly seed: number; readonly perKind: number },
): readonly RankingQuery[] {
  const random = createRandom(seed);
  const read = corpus.map((document) => ({
    id: document.id,
    words: wordsOf(document.title),
    category: wordsOf(document.category),
  }));
  const queries: RankingQuery[] = [];
  for (const [kind, make] of Object.entries(queryRules)) {
    const seen = new Set<string>();
    for (let attempt = 0; attempt < perKind * 40 && seen.size < perKind; attempt += 1) {
      const { words, category } = random.pick(read);
      const made = words.length === 0 ? undefined : make(words, category, random);
      if (made === undefined || seen.has(made.query)) continue;
      const expected = read
        .filter((document) => fits(made, [...document.category, ...document.words]))
        .map(({ id }) => id);
      if (expected.length === 0 || expected.length > mostExpected) continue;
      seen.add(made.query);
      queries.push({ kind, query: made.query, expected });
    }
  }
  return queries;
}

function fits({ meant, isPart }: MadeQuery, words: readonly string[]): boolean {
  if (isPart === undefined) return meant.every((word) => words.includes(word));
  return meant.every((part) => words.some((word) => word.includes(part)));
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
