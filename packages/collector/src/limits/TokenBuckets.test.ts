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

  it("lends what is charged, up to a burst, and lets nothing pass until it is paid", () => {
    let now = 0;
    const buckets = new TokenBuckets({ perSecond: 1, burst: 10 }, { now: () => now });
    buckets.take("a", 8);
    buckets.charge("a", 5);
    expect(buckets.take("a")).toBe(4);
    now += 4000;
    expect(buckets.take("a")).toBe(0);
    buckets.charge("a", 1000);
    expect(buckets.take("a")).toBe(11);
    buckets.charge("a", -15);
    expect(buckets.take("a", 5)).toBe(0);
    expect(buckets.take("a")).toBe(1);
    buckets.charge("a", -1000);
    expect(buckets.take("a", 10)).toBe(0);
    expect(buckets.take("a")).toBe(1);
  });
});
