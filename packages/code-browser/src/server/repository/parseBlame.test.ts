import { expect, test } from "vitest";
import { parseBlame } from "./parseBlame.ts";

const first = "a".repeat(40);
const second = "b".repeat(40);
const none = "0".repeat(40);

test("stretches come in line order, neighbours of one commit joined, facts told once", () => {
  const output = [
    `${second} 3 4 2`,
    "author Grace Hopper",
    "author-time 1767225600",
    "summary Fix it",
    "filename a.ts",
    `${first} 1 1 1`,
    "author Ada",
    "author-time 1767139200",
    "summary Add: a b",
    "boundary",
    "filename old.ts",
    `${first} 2 2 2`,
    "filename old.ts",
    "",
  ].join("\n");
  expect(parseBlame(output)).toEqual({
    commits: [
      { id: second, author: "Grace Hopper", time: "2026-01-01T00:00:00.000Z", subject: "Fix it" },
      { id: first, author: "Ada", time: "2025-12-31T00:00:00.000Z", subject: "Add: a b" },
    ],
    ranges: [
      { line: 1, count: 3, commit: 1 },
      { line: 4, count: 2, commit: 0 },
    ],
  });
});

test("lines that are not committed belong to no commit", () => {
  const output = `${none} 1 1 1\nauthor Not Committed Yet\nauthor-time 0\nsummary x\nfilename a\n`;
  expect(parseBlame(output).commits).toEqual([
    { author: "You", time: "1970-01-01T00:00:00.000Z", subject: "Not committed yet" },
  ]);
});

test("nothing makes nothing", () => {
  expect(parseBlame("")).toEqual({ commits: [], ranges: [] });
});
