import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readTestReport } from "./TestReport.ts";
import { vitestOptions } from "./vitestOptions.ts";

const folder = mkdtempSync(join(tmpdir(), "retry-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const vitest = join(import.meta.dirname, "../../node_modules/vitest/vitest.mjs");

/** Passes at its first, its second and its third try. */
const tests = [1, 2, 3].map(
  (passing) => `{ let tries = 0; test("try ${passing}", () => expect(++tries).toBe(${passing})); }`,
);
writeFileSync(join(folder, "flaky.test.js"), tests.join("\n"));

/** Runs those tests. */
function run(options: readonly string[]) {
  const commandLine = [vitest, "run", "--globals", `--root=${folder}`, ...options];
  const { status } = spawnSync(process.execPath, commandLine, { cwd: folder });
  return { status, report: readTestReport(join(folder, "report.json")) };
}

const title = (described: string) => described.split("\n")[0]?.replace(/^.* > /u, "");

describe("A test that fails", () => {
  test("is tried once more by `npm test` and named when it passes then; twice failed is failed", () => {
    const { status, report } = run(vitestOptions(join(folder, "report.json")));
    expect(status).toBe(1);
    expect(report?.counts).toEqual({ passed: 2, failed: 1, skipped: 0 });
    expect(report?.retried.map(title)).toEqual(["try 2"]);
    expect(report?.retried[0]).toContain("expected 1 to be 2");
    expect(report?.failures.map(title)).toEqual(["try 3"]);
  });

  test("is not tried again by Vitest alone", () => {
    const options = vitestOptions(join(folder, "report.json"));
    const { report } = run(options.filter((option) => !option.startsWith("--retry")));
    expect(report?.failures.map(title)).toEqual(["try 2", "try 3"]);
    expect(report?.retried).toEqual([]);
  });
});
