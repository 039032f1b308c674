import { expect, test } from "vitest";
import { formatHash, parseHash } from "./addressHash.ts";

test.each([
  ["", {}],
  ["#L10", { selection: { start: 10, end: 10 } }],
  ["#L10-20", { selection: { start: 10, end: 20 } }],
  ["#L10:5", { selection: { start: 10, end: 10, character: 5 } }],
  ["#L2&tab=history", { selection: { start: 2, end: 2 }, tab: "history" }],
  ["#tab=references", { tab: "references" }],
] as const)("%j is read and written back", (hash, value) => {
  expect(parseHash(hash)).toEqual(value);
  expect(formatHash(value)).toBe(hash);
});

test.each([
  ["#L20-10", { selection: { start: 10, end: 20 } }],
  ["#L10-L20", { selection: { start: 10, end: 20 } }],
  ["#L0", { selection: { start: 1, end: 1 } }],
  ["#L3:4-5:6", { selection: { start: 3, end: 5, character: 4 } }],
] as const)("%j is read as it is meant", (hash, value) => {
  expect(parseHash(hash)).toEqual(value);
});

test.each(["#x", "#L", "#Labc", "#tab=other", "#L99999999999", "#__proto__"])(
  "%j says nothing",
  (hash) => {
    expect(parseHash(hash)).toEqual({});
  },
);
