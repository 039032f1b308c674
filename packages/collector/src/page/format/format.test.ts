import { describe, expect, it } from "vitest";
import {
  formatBucket,
  formatBucketLong,
  formatDays,
  formatDuration,
  formatMoment,
  formatSpan,
} from "./format.ts";

describe("a bucket", () => {
  it.each([
    ["hour", "2026-11-22T16:00Z", "16:00", "Nov 22, 16:00 UTC"],
    ["day", "2026-11-22", "Nov 22", "Sun, Nov 22"],
    ["week", "2026-11-16", "Nov 16", "Week of Nov 16, 2026"],
    ["month", "2026-11", "Nov", "November 2026"],
    ["month", "2027-01", "Jan", "January 2027"],
  ] as const)("of a %s, %s, is %s for short and %s in full", (unit, label, short, long) => {
    expect([formatBucket(unit, label), formatBucketLong(unit, label)]).toEqual([short, long]);
  });
});

describe("a bucket among those of several days or years", () => {
  it("has its day or its year", () => {
    expect(formatBucket("hour", "2026-11-22T16:00Z", { hasDay: true })).toBe("Nov 22 16h");
    expect(formatBucket("day", "2026-11-22", { hasYear: true })).toBe("Nov 22, 2026");
    expect(formatBucket("month", "2026-11", { hasYear: true })).toBe("Nov 2026");
  });
});

describe("formatDuration", () => {
  it.each([
    [0.4, "0.4 ms"],
    [76.1, "76 ms"],
    [724.08, "720 ms"],
    [999, "1 s"],
    [1234, "1.2 s"],
    [59_999, "1 min"],
    [203_000, "3.4 min"],
  ])("of %d is %s", (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });
});

describe("days and moments", () => {
  it("are those of UTC, with the year", () => {
    expect(formatDays("2026-11-16", "2026-11-22").replaceAll(/\s/gu, " ")).toBe(
      "Nov 16 – 22, 2026",
    );
    expect(formatDays("2025-12-30", "2026-01-02").replaceAll(/\s/gu, " ")).toBe(
      "Dec 30, 2025 – Jan 2, 2026",
    );
  });

  it("are a span from the beginning to the end, in hours too", () => {
    const hours = formatSpan("2026-11-21T13:00Z", "2026-11-22T11:00Z");
    expect(hours).toBe("Nov 21, 13:00 – Nov 22, 12:00 UTC");
    expect(formatSpan("2026-11-21T00:00Z", "2026-11-21T23:00Z")).toBe("Nov 21, 2026");
    expect(formatSpan("2026-11-16", "2026-11-21").replaceAll(/\s/gu, " ")).toBe(
      "Nov 16 – 21, 2026",
    );
  });

  it("leave out the day that needs no mention", () => {
    const time = Date.UTC(2026, 10, 22, 9, 5, 1);
    expect(formatMoment(time, time + 1000)).toBe("09:05:01");
    expect(formatMoment(time)).toBe("Nov 22, 09:05:01");
  });
});
