import type { Entry } from "./compileEntry.ts";
import { matchChain, type ChainPiece } from "./matchChain.ts";
import type { Query, QueryWord } from "./Query.ts";
import type { Vocabulary } from "./Vocabulary.ts";

/** Where in an entry a word of a query was found. */
export interface FoundWord {
  /** 0: nowhere. */
  readonly score: number;
  /** The places of the first and the last word. */
  readonly from: number;
  readonly to: number;
  /** Present when it goes through several words. */
  readonly pieces?: readonly ChainPiece[];
}

/** How much a match counts by where it is. */
const titleWeight = 1;
const categoryWeight = 0.95;
const keywordWeight = 0.86;
const idWeight = 0.76;
/** A word that another word of the query took serves once more only when there is no other. */
const takenCost = 0.1;
/** An initial of every word of the title is hardly there by accident. */
const acronymGain = 0.05;
/** The category seldom is a part of it. */
const categoryCost = 0.04;
/** Words that were typed apart are seldom chains themselves. */
const apartCost = 0.08;
/** Behind a single word that is better than that no chain is looked for, alone and apart. */
const goodAlone = 0.8;
const goodApart = 0.73;

const nowhere: FoundWord = { score: 0, from: 0, to: 0 };

/**
 * Finds the best place of a word of a query: one word, or a chain through several.
 *
 * @param taken - Greater than 0 by place of a word that others of the query took.
 * @param last - The place that the word before was found at, which the next one is liked at.
 */
export function findWord(
  entry: Entry,
  word: QueryWord,
  query: Query,
  vocabulary: Vocabulary,
  taken: Float32Array,
  last: number,
): FoundWord {
  const { words } = entry;
  const { scores } = word;
  let score = 0;
  let from = 0;
  for (let place = 0; place < words.length; place += 1) {
    const raw = scores[words[place] ?? 0] ?? 0;
    if (raw === 0) continue;
    const own = raw * weightOf(entry, place) - ((taken[place] ?? 0) > 0 ? takenCost : 0);
    if (own > score || (own === score && place === last + 1)) {
      score = own;
      from = place;
    }
  }
  const enough = query.words.length > 1 ? goodApart : goodAlone;
  const chain = score < enough ? findChain(entry, word, query, vocabulary) : undefined;
  if (chain !== undefined && chain.score > score) return chain;
  return score === 0 ? nowhere : { score, from, to: from };
}

function weightOf({ titleStart, keywordsStart, idStart }: Entry, place: number): number {
  if (place < titleStart) return categoryWeight;
  if (place < keywordsStart) return titleWeight;
  return place < idStart ? keywordWeight : idWeight;
}

function findChain(
  entry: Entry,
  { text, mask, initial }: QueryWord,
  query: Query,
  { words }: Vocabulary,
): FoundWord | undefined {
  if ((mask & ~entry.mask) !== 0 || (initial & entry.initials) === 0) return undefined;
  const { titleStart, keywordsStart } = entry;
  const span = { words, list: entry.words, end: keywordsStart, lenient: query.lenient };
  const inTitle = matchChain(text, { ...span, start: titleStart });
  const chain = inTitle ?? (titleStart > 0 ? matchChain(text, { ...span, start: 0 }) : undefined);
  const first = chain?.pieces[0];
  const last = chain?.pieces.at(-1);
  if (chain === undefined || first === undefined || last === undefined) return undefined;
  const titleWords = keywordsStart - titleStart;
  const isAcronym = chain.pieces.length === titleWords && text.length === titleWords;
  const gain = inTitle === undefined ? -categoryCost : isAcronym ? acronymGain : 0;
  const cost = query.words.length > 1 ? apartCost : 0;
  return {
    score: chain.score + gain - cost,
    from: first.place,
    to: last.place,
    pieces: chain.pieces,
  };
}
