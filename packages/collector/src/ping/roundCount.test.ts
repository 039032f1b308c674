import { expect, it } from "vitest";
import { roundCount } from "./roundCount.ts";

it.each([
  [0, 0],
  [7, 7],
  [99, 99],
  [104, 100],
  [105, 110],
  [999, 1000],
  [123_456, 120_000],
])("rounds %i to %i", (count, rounded) => {
  expect(roundCount(count)).toBe(rounded);
});
