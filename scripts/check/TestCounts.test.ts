import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { addTestCounts, readTestCounts } from "./TestCounts.ts";

const folder = mkdtempSync(join(tmpdir(), "counts-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function report(text: string): string {
  const file = join(folder, "report.json");
  writeFileSync(file, text);
  return file;
}

describe("The counts of a run", () => {
  test("are those that Vitest wrote down", () => {
    const written = { numPassedTests: 7, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 };
    expect(readTestCounts(report(JSON.stringify(written)))).toEqual({
      passed: 7,
      failed: 2,
      skipped: 2,
    });
  });

  test.each(["", "{}", "[1]", "null", '{"numPassedTests":"7","numFailedTests":0}'])(
    "are unknown, not zero, when the report is %j",
    (text) => {
      expect(readTestCounts(report(text))).toBeUndefined();
    },
  );

  test("are unknown when there is no report", () => {
    expect(readTestCounts(join(folder, "missing.json"))).toBeUndefined();
  });

  test("add up", () => {
    const sum = addTestCounts(
      { passed: 1, failed: 2, skipped: 3 },
      { passed: 10, failed: 20, skipped: 30 },
    );
    expect(sum).toEqual({ passed: 11, failed: 22, skipped: 33 });
  });
});
