import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldedOffsets, foldText } from "./foldText.ts";

describe("Folding a text", () => {
  it.each([
    ["Café", "cafe"],
    ["Cafe\u0301", "cafe"],
    ["STRASSE", "strasse"],
    ["Straße", "strasse"],
    ["Ærø", "aero"],
    ["Łódź", "lodz"],
    ["İstanbul", "istanbul"],
    ["ｆｕｌｌ", "full"],
    ["ﬁle", "file"],
    ["カタカナ", "かたかな"],
    ["ｶﾞ", "が".normalize("NFKD")],
  ])("makes of %s %s", (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it("keeps the voice marks of kana apart", () => {
    expect(foldText("が")).not.toBe(foldText("か"));
  });

  it("begins a syllable of Hangul with its first letter, so that it is found half typed", () => {
    expect(foldText("한글").startsWith(foldText("하"))).toBe(true);
  });

  it("changes nothing when done twice", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });

  it("knows for every code unit where it comes from", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const offsets = foldedOffsets(text);
        expect(offsets).toHaveLength(foldText(text).length + 1);
        expect(offsets.at(-1)).toBe(text.length);
        expect(offsets).toEqual(offsets.toSorted((one, other) => one - other));
      }),
    );
  });
});
