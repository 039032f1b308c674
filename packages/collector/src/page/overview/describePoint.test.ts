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
  some.buckets.map((_, index) => Object.values(describePoint(some, index)).join(" | "));

it("A point that is over has its number, one under way the one so far, and one to come has none", () => {
  expect(words(series)).toEqual([
    "Sat, Nov 21 | 1,200 | 1,000",
    "Sun, Nov 22, so far | 3 | 900",
    "Mon, Nov 23 | to come | 800",
  ]);
});

it("Points of a range that is over have their numbers, and nothing beside them where nothing is compared", () => {
  expect(words({ ...series, complete: 3, begun: 3, previous: undefined })).toEqual([
    "Sat, Nov 21 | 1,200 | ",
    "Sun, Nov 22 | 3 | ",
    "Mon, Nov 23 | 0 | ",
  ]);
});

it("Nothing has a number of a range that is to come", () => {
  const future = words({ ...series, complete: 0, begun: 0, previous: undefined });
  expect(future.every((point) => point.endsWith(" | to come | "))).toBe(true);
});
