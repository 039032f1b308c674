import { foldText } from "./foldText.ts";
import { letterMask } from "./letterMask.ts";
import { splitWords } from "./splitWords.ts";

/** Every word that is searched, folded, once: what is typed is compared with each only once. */
export interface Vocabulary {
  /** Words by number. */
  readonly words: readonly string[];
  /** The letters of each word, as `letterMask` tells. */
  readonly masks: readonly number[];
  /** The numbers of the words of a text, in its order. */
  read(text: string): readonly number[];
}

/** More of a text than this is not searched, in code units. */
export const longestText = 400;

/** Makes an empty vocabulary; reading texts fills it. */
export function createVocabulary(): Vocabulary {
  const numberByWord = new Map<string, number>();
  const words: string[] = [];
  const masks: number[] = [];
  function numberOf(word: string): number {
    const known = numberByWord.get(word);
    if (known !== undefined) return known;
    numberByWord.set(word, words.length);
    masks.push(letterMask(word));
    return words.push(word) - 1;
  }
  return {
    words,
    masks,
    read(text) {
      const read = text.slice(0, longestText);
      return splitWords(read).map(({ start, end }) => numberOf(foldText(read.slice(start, end))));
    },
  };
}
