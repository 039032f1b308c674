import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readTestReport } from "./TestReport.ts";

const folder = mkdtempSync(join(tmpdir(), "report-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function report(text: string): string {
  const file = join(folder, "report.json");
  writeFileSync(file, text);
  return file;
}

describe("The report of a run", () => {
  test("has the counts that Vitest wrote down", () => {
    const written = { numPassedTests: 7, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 };
    expect(readTestReport(report(JSON.stringify(written)))?.counts).toEqual({
      passed: 7,
      failed: 2,
      skipped: 2,
    });
  });

  test("names each test that failed with the beginning of why, and each file that did not load", () => {
    const stack = Array.from({ length: 40 }, (_, line) => `at line ${line}`).join("\n");
    const written = {
      numPassedTests: 1,
      numFailedTests: 1,
      testResults: [
        {
          name: "a.test.ts",
          status: "failed",
          message: "",
          assertionResults: [
            { fullName: "A cat purrs", status: "failed", failureMessages: [`Silence\n${stack}`] },
            { fullName: "A cat sleeps", status: "passed", failureMessages: [] },
          ],
        },
        { name: "b.test.ts", status: "failed", message: "No such file", assertionResults: [] },
        { name: "c.test.ts", status: "passed", message: "", assertionResults: [] },
      ],
    };
    const failures = readTestReport(report(JSON.stringify(written)))?.failures ?? [];
    expect(failures).toHaveLength(2);
    expect(failures[0]).toMatch(/^a\.test\.ts > A cat purrs\n {4}Silence\n {4}at line 0\n/u);
    expect(failures[0]?.split("\n").length).toBeLessThan(20);
    expect(failures[1]).toBe("b.test.ts\n    No such file");
  });

  test("names each test that passed only when tried again, with why it did not before", () => {
    const assertionResults = [
      { fullName: "A cat purrs", status: "passed", failureMessages: ["Silence"] },
      { fullName: "A cat sleeps", status: "passed", failureMessages: [] },
      { fullName: "A cat barks", status: "failed", failureMessages: ["Silence", "Silence"] },
    ];
    const testResults = [{ name: "a.test.ts", status: "failed", message: "", assertionResults }];
    const written = { numPassedTests: 2, numFailedTests: 1, testResults };
    const read = readTestReport(report(JSON.stringify(written)));
    expect(read?.retried).toEqual(["a.test.ts > A cat purrs\n    Silence"]);
    expect(read?.failures).toEqual(["a.test.ts > A cat barks\n    Silence\n    Silence"]);
  });

  test.each(["", "{}", "[1]", "null", '{"numPassedTests":"7","numFailedTests":0}'])(
    "is unknown, not empty, when the file says %j",
    (text) => {
      expect(readTestReport(report(text))).toBeUndefined();
    },
  );

  test("is unknown when there is no file", () => {
    expect(readTestReport(join(folder, "missing.json"))).toBeUndefined();
  });
});
