import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { units } from "../query/timeRanges.ts";
import { type Period, bucketLabel, bucketOf, periodBefore, periodTimes } from "../time/calendar.ts";
import { comparedPeriods, restOf } from "./comparedPeriods.ts";

const sunday = Date.parse("2026-11-22T12:34:56Z");

const period = (unit: Period["unit"], from: string, to: string): Period => ({
  unit,
  first: bucketOf(unit, Date.parse(from)),
  last: bucketOf(unit, Date.parse(to)),
});

/** The first and the last hour or day of both parts. */
function partsOf(whole: Period, now = sunday) {
  const parts = comparedPeriods(whole, now);
  return (
    parts &&
    [parts.current, parts.before].map(({ unit, first, last }) =>
      [unit, bucketLabel(unit, first), bucketLabel(unit, last)].join(" "),
    )
  );
}

describe("What of a period is compared with the one before", () => {
  it("is all of it once it is over, to the millisecond", () => {
    const week = period("day", "2026-11-16", "2026-11-22");
    const monday = Date.parse("2026-11-23");
    expect(partsOf(week, monday)).toEqual([
      "day 2026-11-16 2026-11-22",
      "day 2026-11-09 2026-11-15",
    ]);
    expect(partsOf(week, monday - 1)).toEqual([
      "day 2026-11-16 2026-11-21",
      "day 2026-11-09 2026-11-14",
    ]);
  });

  it.each([
    [
      "hours: the hours that are over",
      period("hour", "2026-11-21T13:00Z", "2026-11-22T12:00Z"),
      ["hour 2026-11-21T13:00Z 2026-11-22T11:00Z", "hour 2026-11-20T13:00Z 2026-11-21T11:00Z"],
    ],
    [
      "days, some of which are to come: those that are over",
      period("day", "2026-11-01", "2026-11-30"),
      ["day 2026-11-01 2026-11-21", "day 2026-10-02 2026-10-22"],
    ],
    [
      "weeks: the same days of the week",
      period("week", "2026-11-09", "2026-11-22"),
      ["day 2026-11-09 2026-11-21", "day 2026-10-26 2026-11-07"],
    ],
    [
      "months: the same days of the month",
      period("month", "2025-12-01", "2026-11-30"),
      ["day 2025-12-01 2026-11-21", "day 2024-12-01 2025-11-21"],
    ],
  ] as const)("is of %s", (_what, whole, parts) => {
    expect(partsOf(whole)).toEqual(parts);
  });

  it("is whole weeks and months on the first day of another", () => {
    expect(
      partsOf(period("week", "2026-11-09", "2026-11-29"), Date.parse("2026-11-23T09:00Z")),
    ).toEqual(["week 2026-11-09 2026-11-16", "week 2026-10-19 2026-10-26"]);
    expect(
      partsOf(period("month", "2026-01-01", "2026-03-31"), Date.parse("2026-03-01T09:00Z")),
    ).toEqual(["month 2026-01 2026-02", "month 2025-10 2025-11"]);
  });

  it("ends with the month before where that one is shorter", () => {
    expect(
      partsOf(period("month", "2026-03-01", "2026-03-31"), Date.parse("2026-03-31T09:00Z")),
    ).toEqual(["day 2026-03-01 2026-03-30", "day 2026-02-01 2026-02-28"]);
  });

  it.each([
    ["today alone", period("day", "2026-11-22", "2026-11-22")],
    ["days to come", period("day", "2026-12-01", "2026-12-31")],
    ["the hour under way", period("hour", "2026-11-22T12:00Z", "2026-11-22T12:00Z")],
  ])("is nothing of %s", (_what, whole) => {
    expect(comparedPeriods(whole, sunday)).toBeUndefined();
  });

  it("is over, is within the periods, begins with them, and is as long in both but for months", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...units),
        fc.nat({ max: 4_000_000_000_000 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: -3, max: 60 }),
        (unit, now, length, ahead) => {
          const last = bucketOf(unit, now) + ahead;
          const whole: Period = { unit, first: last - length + 1, last };
          const parts = comparedPeriods(whole, now);
          if (parts === undefined) return;
          const [current, before] = [periodTimes(parts.current), periodTimes(parts.before)];
          const [all, allBefore] = [periodTimes(whole), periodTimes(periodBefore(whole))];
          expect([current.from, before.from]).toEqual([all.from, allBefore.from]);
          expect(current.before).toBeLessThanOrEqual(Math.min(now, all.before));
          expect(before.before).toBeLessThanOrEqual(allBefore.before);
          expect(before.before).toBeGreaterThan(before.from);
          for (const [part, full] of [
            [parts.current, whole],
            [parts.before, periodBefore(whole)],
          ] as const) {
            const rest = restOf(full, part);
            const { from, before: end } = periodTimes(rest ?? full);
            expect(from).toBe(periodTimes(rest ? part : full)[rest ? "before" : "from"]);
            expect(end).toBe(periodTimes(rest ? full : part).before);
          }
          if (unit === "month") return;
          expect(before.before - before.from).toBe(current.before - current.from);
        },
      ),
    );
  });
});
