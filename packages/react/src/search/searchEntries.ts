import type { Entry } from "./compileEntry.ts";
import type { Query } from "./Query.ts";
import { scoreEntry } from "./scoreEntry.ts";
import type { Steps } from "./Steps.ts";
import type { Vocabulary } from "./Vocabulary.ts";

/** What one query found, in the order of the entries. */
export interface SearchPass {
  readonly query: Query;
  readonly matches: Uint32Array;
  /** The score of each match. */
  readonly scores: Float32Array;
}

const entriesPerStep = 256;
/** From so many letters on a longer word matches nothing that it did not match before. */
const shortestNarrowing = 4;

/**
 * Scores the entries.
 *
 * @param previous - A pass over the same entries. When the query only says more than its, what did
 *   not match then is not looked at again.
 */
export function* searchEntries(
  entries: readonly Entry[],
  query: Query,
  vocabulary: Vocabulary,
  previous?: SearchPass,
): Steps<SearchPass> {
  const candidates =
    previous !== undefined && isNarrower(query, previous.query) ? previous.matches : undefined;
  const size = candidates?.length ?? entries.length;
  const matches = new Uint32Array(size);
  const scores = new Float32Array(size);
  let count = 0;
  for (let index = 0; index < size; index += 1) {
    const number = candidates === undefined ? index : (candidates[index] ?? 0);
    const entry = entries[number];
    const score = entry === undefined ? 0 : scoreEntry(entry, query, vocabulary);
    if (score > 0) {
      matches[count] = number;
      scores[count] = score;
      count += 1;
    }
    if ((index + 1) % entriesPerStep === 0) yield;
  }
  return { query, matches: matches.subarray(0, count), scores: scores.subarray(0, count) };
}

/** Whether every match of a query must be one of an earlier query, too. */
function isNarrower(query: Query, earlier: Query): boolean {
  const last = earlier.words.length - 1;
  return (
    query.lenient === earlier.lenient &&
    query.words.length > last &&
    earlier.words.every(({ text }, index) => {
      const now = query.words[index]?.text ?? "";
      if (now === text) return true;
      return index === last && text.length >= shortestNarrowing && now.startsWith(text);
    })
  );
}
