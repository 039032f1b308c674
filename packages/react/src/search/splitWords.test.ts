import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitWords } from "./splitWords.ts";

/** What halving a character leaves. */
const loneSurrogate = /\p{Surrogate}/u;

const words = (text: string) => splitWords(text).map(({ start, end }) => text.slice(start, end));

describe("Splitting a text into words", () => {
  it.each([
    ["Go to Definition", ["Go", "to", "Definition"]],
    ["editor.action.toggleWordWrap", ["editor", "action", "toggle", "Word", "Wrap"]],
    ["toggleURLBar", ["toggle", "URL", "Bar"]],
    ["Open Settings (JSON)…", ["Open", "Settings", "JSON"]],
    ["utf8", ["utf", "8"]],
    ["C++", ["C", "++"]],
    ["snake_case-and/slash", ["snake", "case", "and", "slash"]],
    ["定義へ移動", ["定義", "へ", "移動"]],
    ["エディターを閉じる", ["エディター", "を", "閉", "じる"]],
    ["정의로 이동", ["정의로", "이동"]],
    ["Перейти к определению", ["Перейти", "к", "определению"]],
    ["cafe\u0301 au lait", ["cafe\u0301", "au", "lait"]],
    ["🔥 Burn", ["🔥", "Burn"]],
    ["… — ()", []],
    ["", []],
  ])("splits %s", (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it("gives words in their order, never empty, never half a character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        let last = 0;
        for (const { start, end } of splitWords(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(loneSurrogate.test(text.slice(start, end))).toBe(false);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
