import { describe, expect, it } from "vitest";
import { parseJson } from "./parseJson.ts";

describe("parseJson", () => {
  it("parses what nests 16 levels and refuses 17", () => {
    const nest = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
    expect(parseJson(nest(16))).toMatchObject({ ok: true });
    expect(parseJson(nest(17))).toEqual({ ok: false, error: "nested-too-deep" });
  });

  it("does not count brackets inside strings", () => {
    const text = JSON.stringify({ [`"${"[".repeat(50)}\\`]: `${"{".repeat(50)}\\"` });
    expect(parseJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
  });

  it.each(["", "{", '{"a":', '"', "\\", "NaN", "[1,]", "{'a':1}", '"\\'])("refuses %j", (text) => {
    expect(parseJson(text)).toEqual({ ok: false, error: "malformed-json" });
  });

  it.each([" ", "1", "a", "\n"])("counts behind any number of %j as well", (filler) => {
    for (const length of [1, 62, 63, 64, 65, 66, 67, 1000]) {
      const fill = filler.repeat(length);
      expect(parseJson(`${fill}[`.repeat(17))).toEqual({ ok: false, error: "nested-too-deep" });
      const pairs = `${fill}[${fill}]`.repeat(40);
      expect(parseJson(pairs)).toEqual({ ok: false, error: "malformed-json" });
      const text = `[${fill}"${"[".repeat(50)}"${fill}]`;
      expect(parseJson(text)).not.toEqual({ ok: false, error: "nested-too-deep" });
    }
  });

  it("refuses half a megabyte of brackets without parsing it", () => {
    expect(parseJson("[".repeat(500_000))).toEqual({ ok: false, error: "nested-too-deep" });
  });
});
