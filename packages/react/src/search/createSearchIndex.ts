import { compileEntry, type Entry } from "./compileEntry.ts";
import { highlightDocument, type Highlights } from "./highlightDocument.ts";
import { createQuery, readWords } from "./Query.ts";
import type { SearchDocument } from "./SearchDocument.ts";
import { searchEntries, type SearchPass } from "./searchEntries.ts";
import { sortByScore } from "./sortByScore.ts";
import { finishSteps, type Steps } from "./Steps.ts";
import { createVocabulary, type Vocabulary } from "./Vocabulary.ts";

/** Documents, ready to be searched. */
export interface SearchIndex {
  readonly documents: readonly SearchDocument[];
  /**
   * Finds the documents that have all the words of a query, one letter of each wrong at most; where
   * there is none, those that have them with gaps. Yields every few hundred documents.
   *
   * @param lifts - By ID of a document how much it is preferred, from 0 to 1.
   */
  search(query: string, lifts?: ReadonlyMap<string, number>): Steps<SearchMatches>;
}

/** What a query found. */
export interface SearchMatches {
  /** Numbers of documents, the best first; equal ones keep the order of the documents. */
  readonly numbers: Uint32Array;
  /** Which parts of a document matched. */
  highlight(number: number): Highlights;
}

/** What an index hands on to the one that follows it. */
interface IndexMemory {
  readonly vocabulary: Vocabulary;
  readonly entryByDocument: WeakMap<SearchDocument, Entry>;
}

const entriesPerStep = 256;
const memoryByIndex = new WeakMap<SearchIndex, IndexMemory>();
/** A vocabulary of so many words a document is mostly of documents that have gone. */
const wordsPerDocument = 50;

/**
 * Makes an index. Yields every few hundred documents.
 *
 * @param previous - An index to take over from what did not change: the same document objects.
 */
export function* buildSearchIndex(
  documents: readonly SearchDocument[],
  previous?: SearchIndex,
): Steps<SearchIndex> {
  const known = previous && memoryByIndex.get(previous);
  const isFull = (known?.vocabulary.words.length ?? 0) > wordsPerDocument * (documents.length + 20);
  const memory: IndexMemory =
    known === undefined || isFull
      ? { vocabulary: createVocabulary(), entryByDocument: new WeakMap() }
      : known;
  const entries: Entry[] = [];
  for (const document of documents) {
    const read = memory.entryByDocument.get(document) ?? compileEntry(document, memory.vocabulary);
    memory.entryByDocument.set(document, read);
    if (entries.push(read) % entriesPerStep === 0) yield;
  }
  const index = createIndex(documents, entries, memory.vocabulary);
  memoryByIndex.set(index, memory);
  return index;
}

/**
 * Makes an index at once.
 *
 * @example
 * ```ts
 * const index = createSearchIndex([{ id: "wrap", title: "Wrap long lines" }]);
 * finishSteps(index.search("wll")).numbers; // Uint32Array [0]
 * ```
 */
export function createSearchIndex(documents: readonly SearchDocument[]): SearchIndex {
  return finishSteps(buildSearchIndex(documents));
}

function createIndex(
  documents: readonly SearchDocument[],
  entries: readonly Entry[],
  vocabulary: Vocabulary,
): SearchIndex {
  const latest: { strict?: SearchPass; lenient?: SearchPass } = {};

  function* search(typed: string, lifts?: ReadonlyMap<string, number>): Steps<SearchMatches> {
    const words = readWords(typed);
    if (words.length === 0) return nothing;
    let pass: SearchPass | undefined;
    for (const kind of ["strict", "lenient"] as const) {
      const previous = latest[kind];
      const known = (pass ?? previous)?.query;
      const query = createQuery(words, vocabulary, kind === "lenient", known);
      pass = yield* searchEntries(entries, query, vocabulary, previous);
      latest[kind] = pass;
      if (pass.matches.length > 0) break;
    }
    return pass === undefined ? nothing : toMatches(pass, lifts);
  }

  function toMatches(pass: SearchPass, lifts?: ReadonlyMap<string, number>): SearchMatches {
    const liftOf =
      lifts === undefined || lifts.size === 0
        ? undefined
        : (number: number) => lifts.get(documents[number]?.id ?? "") ?? 0;
    return {
      numbers: sortByScore(pass, liftOf),
      highlight(number) {
        const document = documents[number];
        const entry = entries[number];
        if (document === undefined || entry === undefined) return nothing.highlight(number);
        return highlightDocument(document, entry, pass.query, vocabulary);
      },
    };
  }
  return { documents, search };
}

const nothing: SearchMatches = {
  numbers: new Uint32Array(0),
  highlight: () => ({ title: [], category: [] }),
};
