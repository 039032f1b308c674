import { expect, it } from "vitest";
import { type ChartSeries, describePoint } from "./describePoint.ts";

const series: ChartSeries = {
  unit: "day",
  buckets: ["2026-11-21", "2026-11-22", "2026-11-23"],
  complete: 1,
  begun: 2,
  values: [1200, 3, 0],
  previous: [1000, 900, 800],
};
const words = (some: ChartSeries) =>
  some.buckets.map((_, index) => {
    const { name, value, previous } = describePoint(some, index);
    return [name, value, previous?.name, previous?.value].join(" | ");
  });

it("A point that is over has its number, one under way the one so far, and one to come has none", () => {
  expect(words(series)).toEqual([
    "Sat, Nov 21 | 1,200 | Wed, Nov 18 | 1,000",
    "Sun, Nov 22, so far | 3 | Thu, Nov 19 | 900",
    "Mon, Nov 23 | to come | Fri, Nov 20 | 800",
  ]);
});

it("Points of a range that is over have their numbers, and nothing beside them where nothing is compared", () => {
  expect(words({ ...series, complete: 3, begun: 3, previous: undefined })).toEqual([
    "Sat, Nov 21 | 1,200 |  | ",
    "Sun, Nov 22 | 3 |  | ",
    "Mon, Nov 23 | 0 |  | ",
  ]);
});

it("Nothing has a number of a range that is to come", () => {
  const future = words({ ...series, complete: 0, begun: 0, previous: undefined });
  expect(future.every((point) => point.endsWith(" | to come |  | "))).toBe(true);
});

it.each([
  ["day", ["2026-01-01", "2026-01-02"], "Wed, Dec 31, 2025"],
  ["hour", ["2026-11-22T00:00Z", "2026-11-22T01:00Z"], "Nov 21, 23:00 UTC"],
  ["week", ["2026-11-09", "2026-11-16"], "Week of Nov 2, 2026"],
  ["month", ["2026-01", "2026-02"], "December 2025"],
] as const)(
  "Points of every unit are named beside those they are compared with: %s",
  (unit, buckets, name) => {
    const point = describePoint({ ...series, unit, buckets }, 1);
    expect(point.previous?.name).toBe(name);
  },
);
