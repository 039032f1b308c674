import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Step } from "./Step.ts";
import { noTests, type TestCounts } from "./TestCounts.ts";
import { readTestReport, type TestReport } from "./TestReport.ts";
import { vitestOptions } from "./vitestOptions.ts";

const progressIntervalMs = 60_000;
/** For what hangs. It is far from what any check needs on a slow machine. */
const timeLimitMs = 60 * 60_000;
const workspaceRoot = join(import.meta.dirname, "../..");
const nothing: TestReport = { counts: noTests, failures: [], retried: [] };

/** How one check ended. */
export interface StepResult {
  readonly ok: boolean;
  readonly durationMs: number;
  /** Which tests failed and why, in short. */
  readonly failures: readonly string[];
  /** Which tests failed at first and passed when they were tried again, and why they failed, in short. */
  readonly retried: readonly string[];
  /** All that the check printed. */
  readonly output: string;
  readonly counts: TestCounts;
}

/**
 * Runs one check and waits for its end.
 *
 * A check that fails without a failed test (a test file that does not load, a lint error, a time
 * limit passed) counts as one failure itself, so that no failure is missing from the sum.
 *
 * @param onProgress called every minute
 */
export async function runStep(
  step: Step,
  onProgress: (elapsedMs: number) => void,
): Promise<StepResult> {
  const start = performance.now();
  const reportFile = join(workspaceRoot, "node_modules/.cache/reports", `${step.name}.json`);
  rmSync(reportFile, { force: true });
  const options = step.counted ? vitestOptions(reportFile) : [];
  const pnpm = ["--silent", "run", `check:${step.name}`, ...options];

  const progress = setInterval(() => onProgress(performance.now() - start), progressIntervalMs);
  const { code, output } = await runPnpm(pnpm);
  clearInterval(progress);

  const report = step.counted ? readTestReport(reportFile) : nothing;
  const { passed, failed, skipped } = report?.counts ?? noTests;
  const ok = code === 0 && report !== undefined && failed === 0;
  return {
    ok,
    durationMs: performance.now() - start,
    failures: report?.failures ?? [],
    retried: report?.retried ?? [],
    output,
    counts: { passed, failed: ok ? 0 : Math.max(failed, 1), skipped },
  };
}

function runPnpm(
  pnpmArguments: readonly string[],
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn("pnpm", pnpmArguments, {
      cwd: workspaceRoot,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...(process.stdout.isTTY && { FORCE_COLOR: "1" }) },
      timeout: timeLimitMs,
      shell: process.platform === "win32",
    });
    let output = "";
    const keep = (chunk: Buffer) => (output += chunk.toString());
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (signal !== null)
        output += `\nEnded by ${signal}: a check may take ${timeLimitMs / 60_000} minutes.\n`;
      resolve({ code, output });
    });
  });
}
