import { findTypo } from "./findTypo.ts";

/** What one typed word has in common with one word of a text. */
export interface WordMatch {
  /** Greater than 0, at most 1: the whole word. */
  readonly score: number;
  /** What matched, as code units of the folded word. */
  readonly start: number;
  readonly end: number;
}

/** So many letters are looked for inside of words. */
const shortestInside = 3;
/** So many letters may have one wrong. */
const shortestTypo = 2;
/** So many may be the mistyped beginning of a word; fewer are the whole word. */
const shortestBegunTypo = 4;

/**
 * Compares what was typed with a word: the whole word, its beginning, a part of it, or its beginning
 * with a typing error.
 *
 * @param typed - Folded, not empty.
 * @param word - Folded, not empty.
 */
export function matchWord(typed: string, word: string): WordMatch | undefined {
  const at = word.indexOf(typed);
  const share = typed.length / word.length;
  if (at === 0) return { score: share === 1 ? 1 : 0.8 + 0.14 * share, start: 0, end: typed.length };
  if (at > 0 && (typed.length >= shortestInside || isUnspaced(typed))) {
    return { score: 0.6 + 0.16 * share, start: at, end: at + typed.length };
  }
  return typed.length < shortestTypo ? undefined : matchMistyped(typed, word);
}

function matchMistyped(typed: string, word: string): WordMatch | undefined {
  const isWhole = typed.length < shortestBegunTypo;
  if (isWhole && !mayBeMeant(typed, word)) return undefined;
  const meant = findTypo(typed, word);
  if (meant === 0 || (isWhole && (meant < word.length || !isSpelled(typed)))) return undefined;
  // The first letter is seldom wrong.
  const isSameStart = typed.charCodeAt(0) === word.charCodeAt(0);
  const score = 0.5 + 0.2 * (meant / word.length) - (isSameStart ? 0 : 0.12);
  return { score, start: 0, end: meant };
}

/** Whether a text is of a script whose words are not set apart, where any character may begin one. */
function isUnspaced(text: string): boolean {
  return text.charCodeAt(0) >= 0x1100;
}

/** Of two letters one may be missing: with one of them wrong they could be anything. */
function mayBeMeant(typed: string, word: string): boolean {
  return typed.length === 2 ? word.length === 3 : word.length <= typed.length + 1;
}

/** Whether a text is of letters that spell words: a short number with another digit is another number. */
function isSpelled(text: string): boolean {
  return !isUnspaced(text) && !/\d/u.test(text);
}
