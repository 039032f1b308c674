import type { CompletionCount } from "../store/Selection.ts";
import { latencyStepEnd } from "../time/latency.ts";
import type { Endings } from "./answers/counts.ts";

/** What completion events say together; null where there are none. */
export function summarizeEndings(rows: readonly CompletionCount[]): Endings | null {
  if (rows.length === 0) return null;
  const countOf = (outcome: CompletionCount["outcome"]) =>
    sum(rows.filter((row) => row.outcome === outcome));
  const succeeded = countOf("succeeded");
  const failed = countOf("failed");
  return {
    succeeded,
    failed,
    cancelled: countOf("cancelled"),
    successRate: succeeded + failed === 0 ? null : succeeded / (succeeded + failed),
    p50Ms: percentile(rows, 0.5),
    p95Ms: percentile(rows, 0.95),
  };
}

/** The time within which this share of the executions that say how long they took had ended. */
function percentile(rows: readonly CompletionCount[], share: number): number | null {
  const timed = rows.flatMap(({ step, count }) => (step === undefined ? [] : [{ step, count }]));
  const wanted = sum(timed) * share;
  let passed = 0;
  for (const { step, count } of timed.toSorted((a, b) => a.step - b.step)) {
    passed += count;
    // More digits would say more than is known.
    if (passed >= wanted) return Math.ceil(latencyStepEnd(step) * 100) / 100;
  }
  return null;
}

function sum(rows: readonly { readonly count: number }[]): number {
  return rows.reduce((total, { count }) => total + count, 0);
}
