import type { Entry } from "./compileEntry.ts";
import type { FoundWord } from "./findWord.ts";
import { foldedOffsets } from "./foldText.ts";
import { matchWord } from "./matchWord.ts";
import type { Query } from "./Query.ts";
import { scoreEntry } from "./scoreEntry.ts";
import type { SearchDocument } from "./SearchDocument.ts";
import { splitWords, type WordRange } from "./splitWords.ts";
import { longestText, type Vocabulary } from "./Vocabulary.ts";

/** A part of a text, as code units from its start up to, not including, its end. */
export type TextRange = WordRange;

/** What to highlight: ranges that rise, do not touch, and hold whole characters with their marks. */
export interface Highlights {
  readonly title: readonly TextRange[];
  readonly category: readonly TextRange[];
}

/** Which parts of title and category matched. */
export function highlightDocument(
  document: SearchDocument,
  entry: Entry,
  query: Query,
  vocabulary: Vocabulary,
): Highlights {
  const { titleStart, keywordsStart } = entry;
  const category = document.category ?? "";
  const categoryWords = splitWords(category.slice(0, longestText));
  const titleWords = splitWords(document.title.slice(0, longestText));
  const ranges = { title: [] as TextRange[], category: [] as TextRange[] };
  const mark = (place: number, offsets: readonly number[]) => {
    if (place >= keywordsStart) return;
    const isTitle = place >= titleStart;
    const word = isTitle ? titleWords[place - titleStart] : categoryWords[place];
    const text = isTitle ? document.title : category;
    if (word !== undefined)
      ranges[isTitle ? "title" : "category"].push(...locate(text, word, offsets));
  };
  scoreEntry(entry, query, vocabulary, (found, index) => {
    if (found.pieces !== undefined) {
      for (const { place, offsets } of found.pieces) mark(place, offsets);
      return;
    }
    mark(found.from, matchedOffsets(entry, found, query, index, vocabulary));
  });
  return { title: mergeRanges(ranges.title), category: mergeRanges(ranges.category) };
}

function matchedOffsets(
  entry: Entry,
  found: FoundWord,
  { words }: Query,
  index: number,
  vocabulary: Vocabulary,
): readonly number[] {
  const word = vocabulary.words[entry.words[found.from] ?? 0] ?? "";
  const match = matchWord(words[index]?.text ?? "", word);
  if (match === undefined) return [];
  return Array.from({ length: match.end - match.start }, (_, offset) => match.start + offset);
}

/** Where the code units of a folded word are in the text that it was read from. */
function locate(text: string, word: WordRange, offsets: readonly number[]): readonly TextRange[] {
  const places = foldedOffsets(text.slice(word.start, word.end));
  return offsets.map((offset) => {
    const start = places[offset] ?? 0;
    const next = places.slice(offset).find((place) => place > start);
    return { start: word.start + start, end: word.start + (next ?? word.end - word.start) };
  });
}

function mergeRanges(ranges: readonly TextRange[]): readonly TextRange[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of ranges.toSorted((one, other) => one.start - other.start)) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}
