import { expect, test } from "vitest";
import { resolveRelative } from "../directory/resolveRelative.ts";
import { formatAge } from "./formatAge.ts";
import { formatSize } from "./formatSize.ts";
import { initialsOf } from "./initialsOf.ts";

test.each([
  [0, "0 bytes"],
  [1, "1 byte"],
  [1023, "1023 bytes"],
  [1536, "1.5 KB"],
  [10 * 1024 * 1024, "10 MB"],
] as const)("%d bytes are %j", (bytes, text) => {
  expect(formatSize(bytes)).toBe(text);
});

test.each([
  ["2026-01-01T00:00:00Z", "just now"],
  ["2025-12-31T23:55:00Z", "5 minutes ago"],
  ["2025-12-31T00:00:00Z", "yesterday"],
  ["2025-09-20T00:00:00Z", "3 months ago"],
  ["2027-01-01T00:00:00Z", "just now"],
])("%s is %j", (time, text) => {
  expect(formatAge(time, Date.UTC(2026, 0, 1))).toBe(text);
});

test("initials stand for any name", () => {
  expect(["Ada Lovelace", "Grace Brewster Hopper", "plato", "", "李"].map(initialsOf)).toEqual([
    "AL",
    "GH",
    "P",
    "?",
    "李",
  ]);
});

test.each([
  ["docs", "a.md", "docs/a.md"],
  ["docs", "../a.md#part", "a.md"],
  ["docs", "/a%20b.md", "a b.md"],
  ["", "./a/./b", "a/b"],
  ["docs", "../../a", undefined],
  ["docs", "https://example.com/a", undefined],
  ["docs", "javascript:alert(1)", undefined],
  ["docs", "//example.com/a", undefined],
  ["docs", "#part", undefined],
])("from the folder %j the link %j leads to %j", (folder, target, path) => {
  expect(resolveRelative(folder, target)).toBe(path);
});
