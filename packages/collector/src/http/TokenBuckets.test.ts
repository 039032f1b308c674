import { describe, expect, it } from "vitest";
import { TokenBuckets } from "./TokenBuckets.ts";

describe("TokenBuckets", () => {
  it("lets a burst pass, then as many as the rate allows", () => {
    let now = 0;
    const buckets = new TokenBuckets({ perSecond: 2, burst: 3 }, { now: () => now });
    expect([1, 2, 3, 4].map(() => buckets.take("a"))).toEqual([0, 0, 0, 1]);
    now += 1000;
    expect([1, 2, 3].map(() => buckets.take("a"))).toEqual([0, 0, 1]);
  });

  it("keeps addresses apart", () => {
    const buckets = new TokenBuckets({ perSecond: 1, burst: 1 }, { now: () => 0 });
    expect([buckets.take("a"), buckets.take("b"), buckets.take("a")]).toEqual([0, 0, 1]);
  });

  it("says how many seconds to wait, and lends nothing when the clock goes back", () => {
    let now = 10_000;
    const buckets = new TokenBuckets({ perSecond: 0.1, burst: 1 }, { now: () => now });
    buckets.take("a");
    now = 0;
    expect(buckets.take("a")).toBe(10);
  });
});
