import { describe, expect, it } from "vitest";
import { chartGeometry } from "./chartGeometry.ts";

const size = { width: 640, height: 264 };

describe("chartGeometry", () => {
  it("starts at zero, ends at a round number, and marks whole numbers only", () => {
    const { yTicks, y } = chartGeometry([3, 870, 12], [0, 0, 0], size);
    expect(yTicks.map(({ value }) => value)).toEqual([0, 200, 400, 600, 800, 1000]);
    expect(y(0)).toBeGreaterThan(y(870));
    const small = chartGeometry([0, 1], [0, 0], size);
    expect(small.yTicks.map(({ value }) => value)).toEqual([0, 1, 2, 3, 4]);
  });

  it("labels the last bucket and never more than fit", () => {
    const days = Array.from({ length: 90 }, (_, day) => day);
    const { xTicks } = chartGeometry(days, days, { width: 390, height: 264 });
    expect(xTicks.at(-1)).toBe(89);
    expect(xTicks.length).toBeLessThanOrEqual(5);
  });

  it("leaves room for what is to come, and points at it", () => {
    const { x, nearest, xTicks, linePath } = chartGeometry([1, 2], [1, 2, 3, 4], size, 4);
    expect(x(3)).toBe(640 - 12);
    expect(nearest(640)).toBe(3);
    expect(xTicks).toEqual([0, 1, 2, 3]);
    expect(linePath).toBe("M44,180L238.667,124");
  });

  it("puts a bucket that is alone into the middle", () => {
    expect(chartGeometry([1], [], size).x(0)).toBe((44 + 640 - 12) / 2);
  });

  it("draws numbers for any input: one bucket, none, all zero", () => {
    for (const values of [[], [0], [0, 0, 0]]) {
      const { linePath, areaPath } = chartGeometry(values, values, size);
      expect(linePath + areaPath).not.toContain("NaN");
    }
  });
});
