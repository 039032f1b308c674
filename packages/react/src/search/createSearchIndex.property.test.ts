import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSearchIndex } from "./createSearchIndex.ts";
import { foldText } from "./foldText.ts";
import type { SearchDocument } from "./SearchDocument.ts";
import { splitWords } from "./splitWords.ts";
import { finishSteps } from "./Steps.ts";

const word = fc.oneof(
  fc.constantFrom("go", "to", "definition", "toggle", "Word", "wrap", "été", "定義", "移動", "🔥"),
  fc.string({ unit: fc.constantFrom(..."abcde".split("")), minLength: 1, maxLength: 6 }),
);
const title = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(" "));
const wildText = fc.oneof(title, fc.string({ unit: "binary", maxLength: 60 }));
const documentsOf = (text: fc.Arbitrary<string>): fc.Arbitrary<SearchDocument[]> =>
  fc
    .array(
      fc.record({
        title: text,
        category: fc.option(text, { nil: undefined }),
        keywords: fc.array(text, { maxLength: 2 }),
      }),
      { minLength: 1, maxLength: 12 },
    )
    .map((made) => made.map((document, number) => ({ ...document, id: `a.${number}` })));

const search = (documents: readonly SearchDocument[], query: string) =>
  finishSteps(createSearchIndex(documents).search(query));

describe("Whatever is searched, and whatever is typed", () => {
  it("never throws, finds each document once at most, and finds the same again", () => {
    fc.assert(
      fc.property(documentsOf(wildText), wildText, (documents, query) => {
        const numbers = [...search(documents, query).numbers];
        expect(new Set(numbers).size).toBe(numbers.length);
        expect(numbers.every((number) => number < documents.length)).toBe(true);
        expect([...search(documents, query).numbers]).toEqual(numbers);
      }),
    );
  });

  it("the whole title comes first, before every other title", () => {
    fc.assert(
      fc.property(documentsOf(title), fc.nat(), (documents, random) => {
        const wanted = documents[random % documents.length];
        const [first] = search(documents, wanted?.title ?? "").numbers;
        expect(joined(documents[first ?? -1]?.title)).toBe(joined(wanted?.title));
      }),
    );
  });

  it("highlights stay inside of the text, in order, and halve no character", () => {
    fc.assert(
      fc.property(documentsOf(wildText), wildText, (documents, query) => {
        const matches = search(documents, query);
        for (const number of matches.numbers) {
          const text = documents[number]?.title ?? "";
          let last = -1;
          for (const { start, end } of matches.highlight(number).title) {
            expect(start).toBeGreaterThan(last);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            expect(isWellFormed(text.slice(start, end)) || !isWellFormed(text)).toBe(true);
            last = end;
          }
        }
      }),
    );
  });

  it("what is highlighted of a title that was typed is all of its words", () => {
    fc.assert(
      fc.property(title, (text) => {
        const { title: ranges } = search([{ id: "!", title: text }], text).highlight(0);
        const marked = ranges.map(({ start, end }) => text.slice(start, end)).join("");
        const distinct = new Set(text.split(" "));
        for (const one of distinct) expect(marked).toContain(one);
      }),
    );
  });

  it("what a letter more brings up has all the letters typed, but for one a word", () => {
    fc.assert(
      fc.property(documentsOf(title), title, (documents, query) => {
        for (let end = 1; end < query.length; end += 1) {
          const before = new Set(search(documents, query.slice(0, end)).numbers);
          const after = search(documents, query.slice(0, end + 1)).numbers;
          for (const number of after) {
            if (before.has(number)) continue;
            const {
              id,
              title: text,
              category,
              keywords,
            } = documents[number] ?? { id: "", title: "" };
            const has = foldText([id, text, category, ...(keywords ?? [])].join(" "));
            for (const typed of splitWords(foldText(query.slice(0, end + 1)))) {
              const letters = new Set(foldText(query).slice(typed.start, typed.end));
              const missing = [...letters].filter((letter) => !has.includes(letter));
              expect(missing.length).toBeLessThanOrEqual(1);
            }
          }
        }
      }),
    );
  });

  it("a document that is found was found a letter before, from four letters on", () => {
    const long = fc.string({
      unit: fc.constantFrom(..."abc".split("")),
      minLength: 5,
      maxLength: 9,
    });
    fc.assert(
      fc.property(documentsOf(long), long, ([document], query) => {
        const documents = document === undefined ? [] : [document];
        for (let end = 5; end <= query.length; end += 1) {
          const isFound = search(documents, query.slice(0, end)).numbers.length > 0;
          const wasFound = search(documents, query.slice(0, end - 1)).numbers.length > 0;
          expect(wasFound || !isFound).toBe(true);
        }
      }),
    );
  });
});

function joined(text = ""): string {
  return splitWords(text)
    .map(({ start, end }) => foldText(text.slice(start, end)))
    .join("");
}

/** A lone surrogate is what halving a character leaves. */
function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
