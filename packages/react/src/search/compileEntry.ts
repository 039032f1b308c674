import { letterBit } from "./letterMask.ts";
import type { SearchDocument } from "./SearchDocument.ts";
import type { Vocabulary } from "./Vocabulary.ts";

/** A document, as numbers of words. */
export interface Entry {
  /** The words of category, title, keywords and ID, in this order. */
  readonly words: readonly number[];
  /** How many of them are the category's. */
  readonly titleStart: number;
  readonly keywordsStart: number;
  readonly idStart: number;
  /** Every letter it has. */
  readonly mask: number;
  /** The first letters of the words of category and title. */
  readonly initials: number;
  /** The length of the folded title without what is between its words, in code units. */
  readonly titleLength: number;
}

/** More words of keywords and ID are not searched. */
const mostWords = 200;

/** Reads a document. A word that says nothing new after those before it is left out of keywords and ID. */
export function compileEntry(document: SearchDocument, vocabulary: Vocabulary): Entry {
  const words = [...vocabulary.read(document.category ?? "")];
  const titleStart = words.length;
  words.push(...vocabulary.read(document.title));
  const keywordsStart = words.length;
  const known = new Set(words);
  const addNew = (text: string) => {
    for (const word of vocabulary.read(text)) {
      if (known.has(word) || words.length >= mostWords) continue;
      known.add(word);
      words.push(word);
    }
  };
  for (const keyword of document.keywords ?? []) addNew(keyword);
  const idStart = words.length;
  addNew(document.id);
  return {
    words,
    titleStart,
    keywordsStart,
    idStart,
    ...measure(words, titleStart, keywordsStart, vocabulary),
  };
}

function measure(
  words: readonly number[],
  titleStart: number,
  keywordsStart: number,
  vocabulary: Vocabulary,
): Pick<Entry, "mask" | "initials" | "titleLength"> {
  let mask = 0;
  let initials = 0;
  let titleLength = 0;
  for (const [place, word] of words.entries()) {
    mask |= vocabulary.masks[word] ?? 0;
    if (place >= keywordsStart) continue;
    const text = vocabulary.words[word] ?? "";
    initials |= letterBit(text.charCodeAt(0));
    if (place >= titleStart) titleLength += text.length;
  }
  return { mask, initials, titleLength };
}
