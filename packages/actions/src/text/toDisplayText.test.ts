import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { maxGraphemes, toDisplayText } from "./toDisplayText.ts";

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

describe("text of unknown origin", () => {
  it.each([
    ["Find references", "Find references"],
    ["  a \t b\n c  ", "a b c"],
    ["<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"],
    ["safe\u202Etxt.exe", "safetxt.exe"],
    ["\u2066a\u2069\u200Eb\u200F\u061C", "ab"],
    ["a\u200Bb\uFEFFc\u00ADd\u2060e", "abcde"],
    ["a\0b\u0007c\u009Fd", "abcd"],
    ["broken \uD83D half", "broken \uFFFD half"],
    ["👩‍👩‍👧 family", "👩‍👩‍👧 family"],
    ["نص عربي", "نص عربي"],
    ["می‌خواهم", "می‌خواهم"],
    ["e\u0301", "e\u0301"],
    ["", ""],
    [" \n\t\u00A0 ", ""],
    ["\u200B\u200D\u2060", ""],
    ["\u3164\u2800", ""],
  ])("%j is shown as %j", (text, expected) => {
    expect(toDisplayText(text)).toBe(expected);
  });

  it("keeps its line breaks where that is asked for", () => {
    const text = "Hide coverage\r\n\n  Ctrl+Click: view \u2028 more";
    expect(toDisplayText(text, { multiline: true })).toBe("Hide coverage\nCtrl+Click: view\nmore");
    expect(toDisplayText(text)).toBe("Hide coverage Ctrl+Click: view more");
  });

  it("has accents thinned out that would cover other lines", () => {
    expect(toDisplayText(`Z${"\u0301".repeat(10_000)}algo`)).toBe(`Z${"\u0301".repeat(4)}`);
    expect(toDisplayText(`Z${"\u0301".repeat(100)}algo`)).toBe(`Z${"\u0301".repeat(4)}algo`);
  });

  it("is cut after 200 graphemes", () => {
    expect(toDisplayText("a".repeat(200))).toBe("a".repeat(200));
    expect(toDisplayText("a".repeat(201))).toBe(`${"a".repeat(200)}…`);
    expect(toDisplayText("👩‍👩‍👧".repeat(300))).toBe(`${"👩‍👩‍👧".repeat(200)}…`);
    expect(toDisplayText("a".repeat(1_000_000))).toBe(`${"a".repeat(200)}…`);
  });

  it("is safe whatever it was, and stays as it is the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
        const shown = toDisplayText(text);
        expect(shown).not.toMatch(/[\u202A-\u202E\u2066-\u2069\n\p{Surrogate}]/u);
        expect([...graphemes.segment(shown)].length).toBeLessThanOrEqual(maxGraphemes + 1);
        expect(shown).toBe(shown.trim());
        expect(toDisplayText(shown)).toBe(shown);
      }),
    );
  });
});
