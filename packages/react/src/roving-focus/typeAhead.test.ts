import { expect, test } from "vitest";
import { createTypeAhead } from "./typeAhead.ts";

const titles = ["Copy link", "Copy path", "Délai", "Blame", "Bookmark this"];

test("a letter goes to the next title that begins with it, and round", () => {
  const typed = createTypeAhead();
  expect(typed.type("c", 0, titles, -1)).toBe(0);
  expect(typed.type("c", 100, titles, 0)).toBe(1);
  expect(typed.type("c", 200, titles, 1)).toBe(0);
  expect(typed.type("d", 5000, titles, 0)).toBe(2);
});

test("letters in quick succession are a word, with spaces", () => {
  const typed = createTypeAhead();
  expect(typed.type("b", 0, titles, 0)).toBe(3);
  expect(typed.type("o", 100, titles, 3)).toBe(4);
  expect(typed.isTyping(300)).toBe(true);
  for (const [index, letter] of "copy p".split("").entries()) {
    const place = typed.type(letter, 2000 + index * 50, titles, 0);
    expect(place).toBe([1, 0, 0, 0, 0, 1][index]);
  }
});

test("a pause begins another word, and what nothing begins with moves nothing", () => {
  const typed = createTypeAhead();
  expect(typed.type("x", 0, titles, 2)).toBeUndefined();
  expect(typed.type("b", 700, titles, 2)).toBe(3);
  expect(typed.isTyping(1400)).toBe(false);
  typed.reset();
  expect(typed.isTyping(710)).toBe(false);
});
