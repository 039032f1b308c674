import { describe, expect, it } from "vitest";
import { createLimiter } from "./createLimiter.ts";

describe("A limiter", () => {
  it("lets ten different errors a minute leave", () => {
    const limiter = createLimiter();
    const refusals = Array.from({ length: 12 }, (_, index) => limiter.refuse(`e${index}`, index));
    expect(refusals.filter((refusal) => refusal === undefined)).toHaveLength(10);
    expect(refusals.slice(10)).toEqual(["too-many", "too-many"]);
    expect(limiter.refuse("e10", 60_000)).toBeUndefined();
    expect(limiter.refuse("e11", 60_000)).toBe("too-many");
    expect(limiter.refuse("e11", 60_001)).toBeUndefined();
  });

  it("lets the same error leave once an hour", () => {
    const limiter = createLimiter();
    expect(limiter.refuse("e", 0)).toBeUndefined();
    expect(limiter.refuse("e", 3_599_999)).toBe("duplicate");
    expect(limiter.refuse("e", 3_600_000)).toBeUndefined();
    expect(limiter.refuse("e", 3_600_001)).toBe("duplicate");
  });

  it("does not wait for a time that a clock set back has put far ahead", () => {
    const limiter = createLimiter();
    for (let index = 0; index < 10; index += 1) limiter.refuse(`e${index}`, 1_000_000);
    expect(limiter.refuse("e0", 0)).toBeUndefined();
  });

  it("remembers a hundred errors, the last", () => {
    const limiter = createLimiter();
    for (let index = 0; index <= 100; index += 1) limiter.refuse(`e${index}`, index * 10_000);
    expect(limiter.refuse("e1", 1_010_000)).toBe("duplicate");
    expect(limiter.refuse("e0", 1_020_000)).toBeUndefined();
  });
});
