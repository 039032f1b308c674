import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findTypo } from "./findTypo.ts";

describe("Finding what a mistyped word means", () => {
  it.each([
    ["fromat", "format", 6, "two letters changed places"],
    ["togle", "toggle", 6, "a letter is missing"],
    ["togggle", "toggle", 6, "a letter is doubled"],
    ["toxgle", "toggle", 6, "a letter is wrong"],
    ["gitt", "git", 3, "there is a letter too many at the end"],
    ["oggle", "toggle", 6, "the first letter is missing"],
    ["miniam", "minimap", 6, "the word is only begun"],
  ])("takes %s for %s: %i letters of it, when %s", (typed, word, meant) => {
    expect(findTypo(typed, word)).toBe(meant);
  });

  it.each([
    ["toggle", "toggle", "nothing is wrong"],
    ["togg", "toggle", "it is only begun"],
    ["tgogel", "toggle", "two things are wrong"],
    ["wrap", "toggle", "it is another word"],
  ])("does not take %s for a mistyped %s when %s", (typed, word) => {
    expect(findTypo(typed, word)).toBe(0);
  });

  it("finds every word again after any one error", () => {
    const word = fc.string({
      unit: fc.constantFrom(..."abcdef".split("")),
      minLength: 4,
      maxLength: 12,
    });
    const letter = fc.constantFrom(..."uvwxyz".split(""));
    fc.assert(
      fc.property(word, letter, fc.nat(), fc.nat(3), (text, wrong, random, kind) => {
        const at = random % (text.length - 1);
        const [before, after] = [text.slice(0, at), text.slice(at + 1)];
        const typed = [
          before + wrong + after,
          before + wrong + text.slice(at),
          before + after,
          before + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2),
        ][kind];
        if (typed === undefined || typed === text) return;
        expect(text.startsWith(typed) || findTypo(typed, text) > 0).toBe(true);
      }),
    );
  });
});
