import { readFileSync } from "node:fs";
import type { TestCounts } from "./TestCounts.ts";

/** What Vitest's JSON reporter wrote down. */
export interface TestReport {
  readonly counts: TestCounts;
  /** Each test, and each file that did not load, that failed: where it is and the first lines of why. */
  readonly failures: readonly string[];
  /** Each test that failed at its first try and passed when it was tried again, likewise. */
  readonly retried: readonly string[];
}

const linesOfReason = 12;

/**
 * Reads a report of Vitest's JSON reporter.
 *
 * @returns undefined when there is no report, or it is not one: nothing can be said then
 */
export function readTestReport(reportFile: string): TestReport | undefined {
  let report: unknown;
  try {
    report = JSON.parse(readFileSync(reportFile, "utf8"));
  } catch {
    return undefined;
  }
  const passed = numberAt(report, "numPassedTests");
  const failed = numberAt(report, "numFailedTests");
  if (passed === undefined || failed === undefined) return undefined;
  const skipped =
    (numberAt(report, "numPendingTests") ?? 0) + (numberAt(report, "numTodoTests") ?? 0);
  return {
    counts: { passed, failed, skipped },
    failures: listAt(report, "testResults").flatMap(failuresOfFile),
    retried: listAt(report, "testResults").flatMap((file) =>
      // Of a test that passed, only a try before that can have left reasons.
      describeTests(file, (status, reasons) => status === "passed" && reasons !== ""),
    ),
  };
}

function failuresOfFile(file: unknown): readonly string[] {
  const failures = describeTests(file, (status) => status === "failed");
  const isBroken = textAt(file, "status") === "failed" && failures.length === 0;
  return isBroken ? [describe(textAt(file, "name"), textAt(file, "message"))] : failures;
}

function describeTests(
  file: unknown,
  isMeant: (status: string, reasons: string) => boolean,
): readonly string[] {
  return listAt(file, "assertionResults").flatMap((test) => {
    const reasons = listAt(test, "failureMessages").map(String).join("\n");
    if (!isMeant(textAt(test, "status"), reasons)) return [];
    return [describe(`${textAt(file, "name")} > ${textAt(test, "fullName")}`, reasons)];
  });
}

function describe(place: string, reason: string): string {
  const lines = reason.trim().split("\n").slice(0, linesOfReason);
  return [place, ...lines.map((line) => `    ${line}`)].join("\n");
}

function at(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

function numberAt(value: unknown, key: string): number | undefined {
  const found = at(value, key);
  return typeof found === "number" ? found : undefined;
}

function textAt(value: unknown, key: string): string {
  const found = at(value, key);
  return typeof found === "string" ? found : "";
}

function listAt(value: unknown, key: string): readonly unknown[] {
  const found = at(value, key);
  return Array.isArray(found) ? found : [];
}
