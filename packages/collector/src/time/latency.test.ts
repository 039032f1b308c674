import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { latencyStepEnd, latencyStepOf } from "./latency.ts";

describe("latencyStepOf", () => {
  it("takes everything up to a millisecond together", () => {
    expect([0, 0.001, 1].map(latencyStepOf)).toEqual([0, 0, 0]);
  });

  it("ends every step at most a fifth above its durations", () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 86_400_000, noNaN: true }), (durationMs) => {
        const end = latencyStepEnd(latencyStepOf(durationMs));
        expect(end).toBeGreaterThanOrEqual(durationMs * (1 - 1e-12));
        expect(end).toBeLessThan(durationMs * 1.19);
      }),
    );
  });

  it("takes everything beyond a day together", () => {
    expect(latencyStepOf(1e300)).toBe(latencyStepOf(200_000_000));
  });
});
