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
const shortestTypo = 4;
/** As many, where nothing matched otherwise: then of a whole word only. */
const shortestLenientTypo = 2;

/**
 * Compares what was typed with a word: the whole word, its beginning, a part of it, or its beginning
 * with a typing error.
 *
 * @param typed - Folded, not empty.
 * @param word - Folded, not empty.
 * @param lenient - Whether to take what a person is less likely to mean.
 */
export function matchWord(typed: string, word: string, lenient: boolean): WordMatch | undefined {
  const at = word.indexOf(typed);
  const share = typed.length / word.length;
  if (at === 0) return { score: share === 1 ? 1 : 0.8 + 0.14 * share, start: 0, end: typed.length };
  if (at > 0 && (typed.length >= shortestInside || isUnspaced(typed))) {
    return { score: 0.6 + 0.16 * share, start: at, end: at + typed.length };
  }
  return matchMistyped(typed, word, lenient);
}

function matchMistyped(typed: string, word: string, lenient: boolean): WordMatch | undefined {
  if (typed.length < (lenient ? shortestLenientTypo : shortestTypo)) return undefined;
  const meant = findTypo(typed, word);
  if (meant === 0 || (typed.length < shortestTypo && meant < word.length)) return undefined;
  // The first letter is seldom wrong.
  const isSameStart = typed.charCodeAt(0) === word.charCodeAt(0);
  const score = 0.5 + 0.2 * (meant / word.length) - (isSameStart ? 0 : 0.12);
  return { score, start: 0, end: meant };
}

/** Whether a text is of a script whose words are not set apart, where any character may begin one. */
function isUnspaced(text: string): boolean {
  return text.charCodeAt(0) >= 0x1100;
}
