import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CompletionCount } from "../store/Selection.ts";
import { latencyStepOf } from "../time/latency.ts";
import { summarizeEndings } from "./summarizeEndings.ts";

const row = (outcome: CompletionCount["outcome"], count: number, durationMs?: number) => ({
  name: "a.run",
  outcome,
  count,
  ...(durationMs !== undefined && { step: latencyStepOf(durationMs) }),
});

describe("summarizeEndings", () => {
  it("says nothing where no completion event says anything", () => {
    expect(summarizeEndings([])).toBeNull();
  });

  it("takes no cancelled execution for a failed one", () => {
    const rows = [row("succeeded", 3), row("failed", 1), row("cancelled", 4)];
    expect(summarizeEndings(rows)).toEqual({
      succeeded: 3,
      failed: 1,
      cancelled: 4,
      successRate: 0.75,
      p50Ms: null,
      p95Ms: null,
    });
    expect(summarizeEndings([row("cancelled", 2)])?.successRate).toBeNull();
  });

  it("says durations to the hundredth of a millisecond", () => {
    expect(summarizeEndings([row("succeeded", 1, 70), row("failed", 1, 600)])).toMatchObject({
      p50Ms: 76.11,
      p95Ms: 608.88,
    });
  });

  it("is right within a fifth about how long executions take", () => {
    const durations = fc.array(fc.double({ min: 1, max: 1e7, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(durations, (times) => {
        const answer = summarizeEndings(times.map((time) => row("succeeded", 1, time)));
        const sorted = times.toSorted((a, b) => a - b);
        for (const [share, found] of [
          [0.5, answer?.p50Ms],
          [0.95, answer?.p95Ms],
        ] as const) {
          const exact = sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
          expect(found).toBeGreaterThanOrEqual(exact * (1 - 1e-12));
          expect(found).toBeLessThan(exact * 1.2);
        }
      }),
    );
  });
});
