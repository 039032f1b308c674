import { expect, test } from "vitest";
import { buildFileTree, findFolder } from "./buildFileTree.ts";
import { filterFiles } from "./filterFiles.ts";
import { foldersAbove, listRows } from "./listRows.ts";
import { treeMove } from "./treeKeys.ts";

const files = ["b.ts", "a/x10.ts", "a/x2.ts", "a/deep/y.ts", "README.md", "__proto__/z"];
const root = buildFileTree(files, ["lib"]);

test("folders come first, names in natural order, repositories of their own among the files", () => {
  const rows = listRows(root, new Set(["a"])).map(({ path, level, kind }) => [path, level, kind]);
  expect(rows).toEqual([
    ["__proto__", 1, "folder"],
    ["a", 1, "folder"],
    ["a/deep", 2, "folder"],
    ["a/x2.ts", 2, "file"],
    ["a/x10.ts", 2, "file"],
    ["b.ts", 1, "file"],
    ["lib", 1, "submodule"],
    ["README.md", 1, "file"],
  ]);
});

test("each row knows its place among its siblings", () => {
  const rows = listRows(root, new Set());
  expect(rows.map(({ position, setSize }) => `${position}/${setSize}`)).toEqual([
    "1/5",
    "2/5",
    "3/5",
    "4/5",
    "5/5",
  ]);
});

test("a folder is found by its path", () => {
  expect(findFolder(root, "a/deep")?.files[0]?.path).toBe("a/deep/y.ts");
  expect(findFolder(root, "")).toBe(root);
  expect(findFolder(root, "constructor")).toBeUndefined();
  expect(foldersAbove("a/b/c.ts")).toEqual(["a", "a/b"]);
});

test("keys move in the tree as the pattern says", () => {
  const rows = listRows(root, new Set(["a"]));
  expect(treeMove(rows, 0, "ArrowDown")).toEqual({ kind: "focus", index: 1 });
  expect(treeMove(rows, 0, "ArrowUp")).toEqual({ kind: "focus", index: 0 });
  expect(treeMove(rows, 0, "ArrowRight")).toEqual({ kind: "expand", index: 0 });
  expect(treeMove(rows, 1, "ArrowRight")).toEqual({ kind: "focus", index: 2 });
  expect(treeMove(rows, 1, "ArrowLeft")).toEqual({ kind: "collapse", index: 1 });
  expect(treeMove(rows, 3, "ArrowLeft")).toEqual({ kind: "focus", index: 1 });
  expect(treeMove(rows, 0, "End")).toEqual({ kind: "focus", index: 7 });
  expect(treeMove(rows, 7, "Home")).toEqual({ kind: "focus", index: 0 });
  expect(treeMove(rows, 3, "Enter")).toEqual({ kind: "open", index: 3 });
  expect(treeMove(rows, 0, "r")).toEqual({ kind: "focus", index: 7 });
  expect(treeMove(rows, 0, "q")).toBeUndefined();
  expect(treeMove([], 0, "End")).toBeUndefined();
});

test("files are found by name before path before letters, and the letters are told", () => {
  const paths = ["src/tree/file.ts", "file.ts", "src/profile.ts", "f/i/l/e.md", "other.ts"];
  expect(filterFiles(paths, " file ").map(({ path }) => path)).toEqual([
    "file.ts",
    "src/tree/file.ts",
    "src/profile.ts",
    "f/i/l/e.md",
  ]);
  expect(filterFiles(["src/a.ts"], "ra")).toEqual([{ path: "src/a.ts", matched: [1, 4] }]);
  expect(filterFiles(paths, "  ")).toEqual([]);
});
