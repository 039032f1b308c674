import { expect, it } from "vitest";
import { rovingKey } from "./rovingKey.ts";

it.each([
  ["ArrowRight", "ltr", 3],
  ["ArrowLeft", "ltr", 1],
  ["ArrowRight", "rtl", 1],
  ["ArrowLeft", "rtl", 3],
  ["Home", "ltr", 0],
  ["End", "ltr", 3],
  ["Tab", "ltr", undefined],
  ["ArrowDown", "vertical", 3],
  ["ArrowUp", "vertical", 1],
  ["ArrowRight", "vertical", undefined],
] as const)("%s in %s moves from the third of four to %s", (key, direction, place) => {
  expect(rovingKey(key, 2, 4, direction)).toBe(place);
});

it("goes round", () => {
  expect(rovingKey("ArrowRight", 3, 4, "ltr")).toBe(0);
  expect(rovingKey("ArrowLeft", 0, 4, "ltr")).toBe(3);
  expect(rovingKey("ArrowDown", -1, 4, "vertical")).toBe(0);
  expect(rovingKey("ArrowUp", -1, 4, "vertical")).toBe(3);
});
