import { describe, expect, it } from "vitest";
import {
  bucketLabel,
  bucketOf,
  bucketStart,
  bucketsOf,
  periodBefore,
  periodEndingNow,
} from "./calendar.ts";

describe("calendar", () => {
  it("begins a day at midnight UTC, to the millisecond", () => {
    const midnight = Date.UTC(2026, 10, 22);
    expect(bucketOf("day", midnight)).toBe(bucketOf("day", midnight - 1) + 1);
    expect(bucketStart("day", bucketOf("day", midnight + 1))).toBe(midnight);
  });

  it("labels days and hours", () => {
    const time = Date.UTC(2026, 10, 22, 16, 59);
    expect(bucketLabel("day", bucketOf("day", time))).toBe("2026-11-22");
    expect(bucketLabel("hour", bucketOf("hour", time))).toBe("2026-11-22T16:00Z");
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
