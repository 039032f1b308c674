import { foldText } from "./foldText.ts";
import { letterBit, letterMask, missesOneLetter } from "./letterMask.ts";
import { matchWord } from "./matchWord.ts";
import { splitWords } from "./splitWords.ts";
import type { Vocabulary } from "./Vocabulary.ts";

/** What was typed, compared with every word of a vocabulary. */
export interface Query {
  readonly words: readonly QueryWord[];
  /** Its folded words in one. */
  readonly joined: string;
  /** Whether letters may be left out of the pieces of a chain. */
  readonly lenient: boolean;
}

/** A word of a query. */
export interface QueryWord {
  /** Folded. */
  readonly text: string;
  /** Its letters, and the first of them, as `letterMask` tells. */
  readonly mask: number;
  readonly initial: number;
  /** How well it matches each word of the vocabulary by number, from 0 (not at all) to 1. */
  readonly scores: Float32Array;
}

/** More words are not looked at, nor more code units of one. */
const mostWords = 10;
const longestWord = 40;

/** The folded words of what was typed. Capitals do not split a word: nobody means that by them. */
export function readWords(typed: string): readonly string[] {
  const text = typed.slice(0, mostWords * longestWord).toLowerCase();
  return splitWords(text)
    .slice(0, mostWords)
    .map(({ start, end }) => foldText(text.slice(start, end)).slice(0, longestWord))
    .filter((word) => word !== "");
}

/**
 * Compares words with a vocabulary.
 *
 * @param known - A query whose words need not be compared again.
 */
export function createQuery(
  words: readonly string[],
  vocabulary: Vocabulary,
  lenient: boolean,
  known?: Query,
): Query {
  const size = vocabulary.words.length;
  return {
    words: words.map(
      (text) =>
        known?.words.find((word) => word.text === text && word.scores.length === size) ??
        createQueryWord(text, vocabulary),
    ),
    joined: words.join(""),
    lenient,
  };
}

function createQueryWord(text: string, { words, masks }: Vocabulary): QueryWord {
  const mask = letterMask(text);
  const scores = new Float32Array(words.length);
  for (let number = 0; number < words.length; number += 1) {
    if (!missesOneLetter(mask, masks[number] ?? 0)) continue;
    scores[number] = matchWord(text, words[number] ?? "")?.score ?? 0;
  }
  return { text, mask, initial: letterBit(text.charCodeAt(0)), scores };
}
