import { describe, expect, it } from "vitest";
import { buildSearchIndex, createSearchIndex, type SearchIndex } from "./createSearchIndex.ts";
import type { SearchDocument } from "./SearchDocument.ts";
import { finishSteps } from "./Steps.ts";

const documents: readonly SearchDocument[] = [
  { id: "nav.definition", title: "Go to Definition", category: "Navigate" },
  { id: "nav.declaration", title: "Go to Declaration", category: "Navigate" },
  { id: "git.blame", title: "Toggle Blame", category: "Git", keywords: ["annotate"] },
  { id: "git.history", title: "Show History", category: "Git", keywords: ["log"] },
  { id: "git.push", title: "Push", category: "Git" },
  { id: "view.minimap", title: "Toggle Minimap", category: "View" },
  { id: "view.wordWrap", title: "Toggle Word Wrap", category: "View" },
  { id: "edit.join", title: "Join Lines" },
  { id: "edit.close", title: "Close all the other great tabs" },
  { id: "fr.cafe", title: "Café fermé" },
  { id: "de.search", title: "Größe ändern" },
  { id: "ja.definition", title: "定義へ移動" },
  { id: "ja.editor", title: "エディターを閉じる" },
  { id: "zh.settings", title: "打开用户设置" },
  { id: "ko.definition", title: "정의로 이동" },
  { id: "ru.definition", title: "Перейти к определению" },
  { id: "emoji", title: "🔥 Burn down" },
];
const index = createSearchIndex(documents);
const find = (query: string, lifts?: ReadonlyMap<string, number>, among: SearchIndex = index) => [
  ...finishSteps(among.search(query, lifts)).numbers,
];
const titles = (query: string, lifts?: ReadonlyMap<string, number>) =>
  find(query, lifts).map((number) => documents[number]?.title);

describe("Searching", () => {
  it.each([
    ["an acronym", "gtdef", "Go to Definition"],
    ["an acronym of a category and a title", "gtb", "Toggle Blame"],
    ["a prefix", "go to decl", "Go to Declaration"],
    ["the middle of a word", "imap", "Toggle Minimap"],
    ["words in another order", "wrap toggle", "Toggle Word Wrap"],
    ["beginnings in one", "togwrap", "Toggle Word Wrap"],
    ["a category and a title", "git push", "Push"],
    ["a keyword", "annotate", "Toggle Blame"],
    ["an ID", "nav.declaration", "Go to Declaration"],
    ["a part of an ID", "wordwrap", "Toggle Word Wrap"],
    ["letters that changed places", "miniamp", "Toggle Minimap"],
    ["a missing letter", "togle blame", "Toggle Blame"],
    ["a doubled letter", "histtory", "Show History"],
    ["a wrong letter", "minimsp", "Toggle Minimap"],
    ["a short word with an error", "jion lines", "Join Lines"],
    ["a short word with a letter missing", "shw history", "Show History"],
    ["a word without its vowels", "gitpsh", "Push"],
    ["no diacritics", "cafe ferme", "Café fermé"],
    ["diacritics that are not there", "tögglé blâme", "Toggle Blame"],
    ["an umlaut in two letters", "groesse", "Größe ändern"],
    ["a sharp s", "grosse", "Größe ändern"],
    ["a word in Han", "移動", "定義へ移動"],
    ["words in Han with a gap", "定義移動", "定義へ移動"],
    ["a character inside of a word in Han", "用户", "打开用户设置"],
    ["hiragana for katakana", "えでぃた", "エディターを閉じる"],
    ["a half typed syllable", "이도", "정의로 이동"],
    ["Cyrillic with an error", "опредлению", "Перейти к определению"],
    ["Cyrillic", "опред", "Перейти к определению"],
    ["a picture", "🔥", "🔥 Burn down"],
  ])("finds by %s: %s", (_kind, query, title) => {
    expect(titles(query)[0]).toBe(title);
  });

  it.each(["", "   ", "…", "zzzzqq", "definition zzzz"])("finds nothing by “%s”", (query) => {
    expect(find(query)).toEqual([]);
  });

  it("prefers the whole title to a title that only begins with it", () => {
    const among = createSearchIndex([
      { id: "1", title: "Settings of everything", keywords: ["settings"] },
      { id: "2", title: "Settings" },
    ]);
    expect(find("settings", undefined, among)).toEqual([1, 0]);
  });

  it.each([
    ["a letter missing", "opn file"],
    ["a letter missing, half typed", "opn fi"],
    ["a letter doubled", "oopen file"],
    ["letters that changed places", "oepn file"],
  ])("prefers a word with %s to a chain of letters, beside another word: %s", (_kind, query) => {
    const among = createSearchIndex(
      [
        "Outline: Preview Next File",
        "Reset choice for file operation of the network",
        "Open New Untitled File",
        "Open File",
      ].map((title) => ({ id: "x", title })),
    );
    expect(find(query, undefined, among)[0]).toBe(3);
  });

  it("takes a short number at its word", () => {
    const titles = ["Action 1", "Action 7", "Action 71", "Action 137", "Action 17"];
    const among = createSearchIndex(titles.map((title) => ({ id: "x", title })));
    expect(find("action 17", undefined, among)).toEqual([4]);
  });

  it("still reads a short word alone as initials first", () => {
    const among = createSearchIndex([
      { id: "1", title: "Open" },
      { id: "2", title: "Outline: Preview Next" },
    ]);
    expect(find("opn", undefined, among)).toEqual([1, 0]);
  });

  it("keeps the order of equal matches, and says the same again", () => {
    const among = createSearchIndex(["b", "a", "c"].map((id) => ({ id: `x${id}`, title: "Same" })));
    expect(find("same", undefined, among)).toEqual([0, 1, 2]);
    expect(find("same", undefined, among)).toEqual([0, 1, 2]);
  });

  it("lifts what is preferred over its equals, and not over a clearly better match", () => {
    const lift = (id: string) => new Map([[id, 1]]);
    expect(titles("go to de")[0]).toBe("Go to Definition");
    expect(titles("go to de", lift("nav.declaration"))[0]).toBe("Go to Declaration");
    expect(titles("toggle", lift("view.wordWrap"))[0]).toBe("Toggle Word Wrap");
    expect(titles("blame", lift("edit.close"))[0]).toBe("Toggle Blame");
    expect(titles("push", lift("view.minimap"))[0]).toBe("Push");
  });
});

describe("Highlights", () => {
  it.each([
    ["git blame", "Toggle [Blame]", "[Git]"],
    ["gtdef", "[G]o [t]o [Def]inition", "Navigate"],
    ["miniamp", "Toggle [Minimap]", "View"],
    ["imap", "Toggle Min[imap]", "View"],
    ["cafe", "[Café] fermé", ""],
    ["grosse", "[Größe] ändern", ""],
    ["移動", "定義へ[移動]", ""],
  ])("of %s are %s", (query, title, category) => {
    const matches = finishSteps(index.search(query));
    const [number] = matches.numbers;
    const document = documents[number ?? -1];
    const highlights = matches.highlight(number ?? -1);
    expect(bracket(document?.title ?? "", highlights.title)).toBe(title);
    expect(bracket(document?.category ?? "", highlights.category)).toBe(category);
  });

  it("hold whole characters with their marks", () => {
    const among = createSearchIndex([{ id: "x", title: "e\u0301te\u0301 🔥🔥" }]);
    const bracketed = (query: string) =>
      bracket("e\u0301te\u0301 🔥🔥", finishSteps(among.search(query)).highlight(0).title);
    expect(bracketed("e")).toBe("[e\u0301]te\u0301 🔥🔥");
    expect(bracketed("🔥")).toBe("e\u0301te\u0301 [🔥]🔥");
  });
});

describe("An index", () => {
  it("can be built in slices, and searched in slices", () => {
    const many = Array.from({ length: 1000 }, (_, number) => ({
      id: `many.${number}`,
      title: `Action ${number}`,
    }));
    const steps = buildSearchIndex(many);
    expect(steps.next().done).toBe(false);
    const search = finishSteps(steps).search("action 99");
    expect(search.next().done).toBe(false);
    expect(many[finishSteps(search).numbers[0] ?? 0]?.title).toBe("Action 99");
  });

  it("takes over what did not change, and follows what did", () => {
    const changed = documents.map((document) =>
      document.id === "git.push" ? { ...document, title: "Send" } : document,
    );
    const next = finishSteps(buildSearchIndex(changed, index));
    expect(find("send", undefined, next)).toEqual([4]);
    expect(find("toggle minimap", undefined, next)).toEqual([5]);
    expect(titles("send")).toEqual([]);
  });

  it("finds the same typing letter by letter as all at once", () => {
    const typing = createSearchIndex(documents);
    for (const query of ["toggle minimap", "wrp toggle", "gti psh", "miniamp toggle", "gitpsh"]) {
      for (let end = 1; end <= query.length; end += 1) {
        const typed = query.slice(0, end);
        const afresh = find(typed, undefined, createSearchIndex(documents));
        expect(find(typed, undefined, typing)).toEqual(afresh);
      }
    }
  });
});

function bracket(
  text: string,
  ranges: readonly { readonly start: number; readonly end: number }[],
): string {
  return ranges
    .toReversed()
    .reduce(
      (marked, { start, end }) =>
        `${marked.slice(0, start)}[${marked.slice(start, end)}]${marked.slice(end)}`,
      text,
    );
}
