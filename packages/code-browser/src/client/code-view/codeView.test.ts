import { Text } from "@codemirror/state";
import { expect, test } from "vitest";
import { blameOfLine } from "./BlameDisplay.ts";
import { caretContext } from "./caretContext.ts";
import { toOffset, toSourcePosition } from "./documentPosition.ts";
import { fileContext, noFileContext } from "./fileContext.ts";
import { languageName, loadLanguage } from "./loadLanguage.ts";
import { tokenAt } from "./tokenAt.ts";

const doc = Text.of(["const größe = 42;", "", "call($x)"]);

test("a place is an offset and back, and one behind the end is the end", () => {
  for (const offset of [0, 6, 17, 18, 19, 27]) {
    expect(toOffset(doc, toSourcePosition(doc, offset))).toBe(offset);
  }
  expect(toOffset(doc, { line: 0, character: 999 })).toBe(17);
  expect(toOffset(doc, { line: 999, character: 0 })).toBe(27);
});

test("the word at an offset is found from its start, inside and its end", () => {
  for (const offset of [6, 8, 11]) {
    expect(tokenAt(doc, offset)).toEqual({ from: 6, to: 11, text: "größe" });
  }
  expect(tokenAt(doc, 24)?.text).toBe("$x");
  expect(tokenAt(doc, 15)).toBeUndefined();
  expect(tokenAt(doc, 18)).toBeUndefined();
});

test("blame of a line is found in its stretch", () => {
  const commit = (author: string) => ({ author, time: "", subject: "" });
  const answer = {
    commits: [commit("a"), commit("b")],
    ranges: [
      { line: 1, count: 3, commit: 0 },
      { line: 4, count: 1, commit: 1 },
    ],
  };
  expect(blameOfLine(answer, 1)).toEqual({ commit: commit("a"), first: true });
  expect(blameOfLine(answer, 3)).toEqual({ commit: commit("a"), first: false });
  expect(blameOfLine(answer, 4)?.commit.author).toBe("b");
  expect(blameOfLine(answer, 5)).toBeUndefined();
});

test("a caret on a word offers its references; one elsewhere, or in another language, nothing", () => {
  expect(caretContext({ path: "a.ts" }, { line: 1, character: 2 })).toMatchObject({
    hoverPosition: { line: 1, character: 2 },
    "findReferences.url": "/-/blob/a.ts#L2:3&tab=references",
  });
  for (const context of [
    caretContext({ path: "a.ts" }, undefined),
    caretContext({ path: "a.py" }, { line: 1, character: 2 }),
    caretContext({ path: "a.ts", revision: "v1" }, { line: 1, character: 2 }),
  ]) {
    expect(Object.values(context).every((value) => value === null)).toBe(true);
  }
});

test("actions are told of the file, and its permalink where there is one", () => {
  const commit = "a".repeat(40);
  const repository = { name: "repo", checkout: { commit } };
  const text = { kind: "text", path: "src/a.test.ts", size: 1, text: "x" } as const;
  const blob = { ...text, encoding: "UTF-8", lineEnding: "LF", state: "committed" } as const;
  const place = { path: "src/a.test.ts" };
  const facts = {
    place,
    hash: { selection: { start: 2, end: 3 } },
    blob,
    failed: false,
    repository,
  };
  expect(fileContext(facts)).toMatchObject({
    resource: true,
    component: true,
    "resource.basename": "a.test.ts",
    "resource.dirname": "src",
    "resource.extname": ".ts",
    "resource.language": "typescript",
    "resource.uri": `git://repo?${commit}#src/a.test.ts`,
    "component.selection.start.line": 2,
    "permalink.url": `/@${commit}/-/blob/src/a.test.ts#L2-3`,
  });
  const atBranch = { ...facts, place: { ...place, revision: "main" }, blob: { ...blob, commit } };
  expect(fileContext(atBranch)["permalink.url"]).toBe(`/@${commit}/-/blob/src/a.test.ts#L2-3`);
  const withoutOne = [
    fileContext({ ...facts, blob: { ...blob, state: "untracked" } }),
    fileContext({ ...facts, place: { ...place, revision: commit } }),
    fileContext({ ...facts, repository: { name: "repo" } }),
  ];
  expect(withoutOne.map((context) => context["permalink.url"])).toEqual([null, null, null]);
  expect(Object.keys(fileContext(facts)).toSorted()).toEqual(Object.keys(noFileContext).toSorted());
});

test("a file on its way has its actions already; one that cannot be read, and one that is no text, do not", () => {
  const facts = { place: { path: "a.ts" }, hash: {}, failed: false, repository: { name: "repo" } };
  expect(fileContext({ ...facts, blob: undefined })).toMatchObject({
    resource: true,
    component: true,
  });
  expect(fileContext({ ...facts, blob: undefined, failed: true })).toMatchObject({
    resource: null,
    component: null,
    "file.rawURL": null,
  });
  expect(fileContext({ ...facts, blob: { kind: "binary", path: "a.ts", size: 1 } })).toMatchObject({
    resource: true,
    component: null,
  });
});

test("languages are known by name and by odd names, and their grammars load", async () => {
  expect(languageName("a/b.tsx")).toBe("TSX");
  expect(languageName(".oxlintrc.json")).toBe("JSON");
  expect(languageName(".bashrc")).toBe("Shell");
  expect(languageName("unknown.zzz")).toBeUndefined();
  expect((await loadLanguage("a.ts"))?.language.name).toBe("typescript");
  expect(await loadLanguage("unknown.zzz")).toBeUndefined();
});
