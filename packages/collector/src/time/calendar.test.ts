import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type BucketUnit,
  bucketLabel,
  bucketOf,
  bucketStart,
  bucketsOf,
  daysOf,
  periodBefore,
  periodEndingNow,
} from "./calendar.ts";

describe("calendar", () => {
  it("begins a day at midnight UTC, to the millisecond", () => {
    const midnight = Date.UTC(2026, 10, 22);
    expect(bucketOf("day", midnight)).toBe(bucketOf("day", midnight - 1) + 1);
    expect(bucketStart("day", bucketOf("day", midnight + 1))).toBe(midnight);
  });

  it.each([
    ["hour", "2026-11-22T16:00Z"],
    ["day", "2026-11-22"],
    ["week", "2026-11-16"],
    ["month", "2026-11"],
  ] as const)("labels a %s as %s", (unit, label) => {
    const time = Date.UTC(2026, 10, 22, 16, 59);
    expect(bucketLabel(unit, bucketOf(unit, time))).toBe(label);
  });

  it("puts every moment into the one bucket that begins before it and ends after it", () => {
    const units: readonly BucketUnit[] = ["hour", "day", "week", "month"];
    fc.assert(
      fc.property(fc.constantFrom(...units), fc.nat({ max: 4_000_000_000_000 }), (unit, time) => {
        const bucket = bucketOf(unit, time);
        expect(bucketStart(unit, bucket)).toBeLessThanOrEqual(time);
        expect(bucketStart(unit, bucket + 1)).toBeGreaterThan(time);
        expect(bucketOf(unit, bucketStart(unit, bucket))).toBe(bucket);
      }),
    );
  });

  it.each([
    ["week", "2026-11-16", "2026-11-22"],
    ["month", "2026-11-01", "2026-11-30"],
  ] as const)("knows the days of a %s", (unit, first, last) => {
    const bucket = bucketOf(unit, Date.UTC(2026, 10, 22));
    const days = daysOf({ unit, first: bucket, last: bucket });
    expect([days.first, days.last].map((day) => bucketLabel("day", day))).toEqual([first, last]);
  });

  it("puts two periods of one length side by side", () => {
    const period = periodEndingNow("day", 7, Date.UTC(2026, 10, 22, 12));
    expect(bucketsOf(period).map((bucket) => bucketLabel("day", bucket))).toEqual([
      "2026-11-16",
      "2026-11-17",
      "2026-11-18",
      "2026-11-19",
      "2026-11-20",
      "2026-11-21",
      "2026-11-22",
    ]);
    expect(bucketsOf(periodBefore(period)).at(-1)).toBe(period.first - 1);
    expect(bucketsOf(periodBefore(period))).toHaveLength(7);
  });
});
