import { describe, expect, it } from "vitest";
import { createGap } from "./createGap.ts";

describe("createGap", () => {
  it("is none where the stream begins at the end of what is shown, whichever comes first", () => {
    const first = createGap();
    expect([first.isAfter("7"), first.isBefore("7")]).toEqual([false, false]);
    const other = createGap();
    expect([other.isBefore("7"), other.isAfter("7")]).toEqual([false, false]);
  });

  it("is one where something was stored in between, and told once", () => {
    const gap = createGap();
    expect(gap.isBefore("8")).toBe(false);
    expect(gap.isAfter("7")).toBe(true);
    expect(gap.isAfter("7")).toBe(false);
    expect(gap.isBefore("9")).toBe(true);
  });

  it("may be one where an answer does not say where it ends", () => {
    const gap = createGap();
    expect(gap.isAfter(undefined)).toBe(false);
    expect(gap.isBefore("7")).toBe(true);
  });
});
