import { expect, test } from "vitest";
import { checkPath, isGitFolder } from "./checkPath.ts";

test.each(["a", "a/b.ts", "ä ö/…", "...", "a..b", ".github/x", ".gitignore", "a/.gitmodules"])(
  "the path %j is taken as it is",
  (path) => {
    expect(checkPath(path)).toEqual({ ok: true, value: path });
  },
);

test.each([
  "..",
  "a/..",
  "../a",
  ".",
  "a/./b",
  "/a",
  "a//b",
  "a/",
  "a\0b",
  "a\\b",
  ".git",
  "a/.git/b",
])("the path %j is refused", (path) => {
  expect(checkPath(path)).toMatchObject({ ok: false, error: { code: "refused" } });
});

test("an empty and an endless path are bad requests", () => {
  expect(checkPath("")).toMatchObject({ error: { code: "bad-request" } });
  expect(checkPath("a/".repeat(4000))).toMatchObject({ error: { code: "bad-request" } });
});

test.each([".git", ".GIT", ".git.", ".git ", "git~1", ".g\u200cit", ".git::$INDEX_ALLOCATION"])(
  "%j is Git's own folder on some file system",
  (name) => {
    expect(isGitFolder(name)).toBe(true);
  },
);
