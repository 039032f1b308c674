import { expect, test } from "vitest";
import { quantile } from "./quantile.ts";

test("a quantile lies between its neighbours", () => {
  expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
  expect(quantile([1, 2, 3], 0.5)).toBe(2);
  expect(quantile([10, 20], 0.95)).toBeCloseTo(19.5);
});
