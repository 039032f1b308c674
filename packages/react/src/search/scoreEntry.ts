import type { Entry } from "./compileEntry.ts";
import { findWord, type FoundWord } from "./findWord.ts";
import type { Query } from "./Query.ts";
import type { Vocabulary } from "./Vocabulary.ts";

/** What is in the title beside the words of the query counts against it. */
const coverageWeight = 0.14;
const orderWeight = 0.05;
const adjacentWeight = 0.03;
const startWeight = 0.04;
/** So much of a word is covered by its beginning alone, and by a piece of a chain. */
const begunShare = 0.5;
const chainedShare = 0.9;
/** The whole title, or category and title, is better than anything else can be. */
const exactTitle = 1;
const exactLabel = 0.9;
/** Of equal ones the shorter. */
const lengthCost = 0.0001;

/** No score is greater. */
export const highestScore = 2.4;

// Reused by every call: how much of each word is covered, by place.
const covered = new Float32Array(1024);

/**
 * How well an entry matches a query: 0 when a word of the query is nowhere in it, at most
 * {@link highestScore}.
 *
 * @param onFound - Told of each word of the query where it was found.
 */
export function scoreEntry(
  entry: Entry,
  query: Query,
  vocabulary: Vocabulary,
  onFound?: (found: FoundWord, index: number) => void,
): number {
  covered.fill(0, 0, entry.words.length);
  let sum = 0;
  let letters = 0;
  let order = 0;
  let last = -1;
  let first = entry.words.length;
  for (const [index, word] of query.words.entries()) {
    const found = findWord(entry, word, query, vocabulary, covered, last);
    if (found.score === 0) return 0;
    cover(entry, found, word.text.length, vocabulary);
    onFound?.(found, index);
    const weight = word.text.length + 2;
    sum += found.score * weight;
    letters += weight;
    if (found.from > last) order += orderWeight;
    if (found.from === last + 1) order += adjacentWeight;
    last = found.to;
    first = Math.min(first, found.from);
  }
  return (
    sum / letters +
    order / query.words.length +
    coverageWeight * titleCoverage(entry) +
    (first === entry.titleStart || first === 0 ? startWeight : 0) +
    scoreExactness(entry, query.joined, vocabulary) -
    lengthCost * Math.min(100, entry.titleLength)
  );
}

function cover(entry: Entry, found: FoundWord, typed: number, { words }: Vocabulary): void {
  if (found.pieces === undefined) {
    const length = words[entry.words[found.from] ?? 0]?.length ?? 1;
    coverWord(found.from, begunShare + (1 - begunShare) * Math.min(1, typed / length));
    return;
  }
  for (const { place } of found.pieces) coverWord(place, chainedShare);
}

function coverWord(place: number, share: number): void {
  covered[place] = Math.max(covered[place] ?? 0, share);
}

function titleCoverage({ titleStart, keywordsStart }: Entry): number {
  let sum = 0;
  for (let place = titleStart; place < keywordsStart; place += 1) sum += covered[place] ?? 0;
  return keywordsStart === titleStart ? 0 : sum / (keywordsStart - titleStart);
}

function scoreExactness(entry: Entry, joined: string, vocabulary: Vocabulary): number {
  const { titleStart, titleLength } = entry;
  if (joined.length < titleLength || titleLength === 0) return 0;
  if (joined.length === titleLength) {
    return isJoined(entry, titleStart, joined, vocabulary) ? exactTitle : 0;
  }
  return titleStart > 0 && isJoined(entry, 0, joined, vocabulary) ? exactLabel : 0;
}

/** Whether the words of category and title from a place on are those of a query, in one. */
function isJoined(entry: Entry, start: number, joined: string, { words }: Vocabulary): boolean {
  let at = 0;
  for (let place = start; place < entry.keywordsStart; place += 1) {
    const word = words[entry.words[place] ?? 0] ?? "";
    if (!joined.startsWith(word, at)) return false;
    at += word.length;
  }
  return at === joined.length;
}
