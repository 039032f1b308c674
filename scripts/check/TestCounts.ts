import { readFileSync } from "node:fs";

/** How many tests of a run ended how. */
export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** No tests at all. */
export const noTests: TestCounts = { passed: 0, failed: 0, skipped: 0 };

/** The counts of two runs together. */
export function addTestCounts(a: TestCounts, b: TestCounts): TestCounts {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  };
}

/**
 * Reads the counts from a report of Vitest's JSON reporter.
 *
 * @returns undefined when there is no report, or it is not one: nothing can be said then
 */
export function readTestCounts(reportFile: string): TestCounts | undefined {
  let report: unknown;
  try {
    report = JSON.parse(readFileSync(reportFile, "utf8"));
  } catch {
    return undefined;
  }
  const count = (key: string) => {
    const value: unknown =
      typeof report === "object" && report !== null ? Reflect.get(report, key) : undefined;
    return typeof value === "number" ? value : undefined;
  };
  const passed = count("numPassedTests");
  const failed = count("numFailedTests");
  if (passed === undefined || failed === undefined) return undefined;
  return {
    passed,
    failed,
    skipped: (count("numPendingTests") ?? 0) + (count("numTodoTests") ?? 0),
  };
}
