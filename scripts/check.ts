/** `npm test`: runs every check in turn, shows all that fail, and ends with the sum. */
import { runStep } from "./check/runStep.ts";
import { steps, type Step } from "./check/Step.ts";
import { addTestCounts, noTests, type TestCounts } from "./check/TestCounts.ts";

const titleWidth = Math.max(...steps.map((step) => step.title.length)) + 2;

const help = `Usage: npm test -- [check …]

Runs every check in turn, or those named, and ends with "N passed, N failed".

${steps.map((step) => `  ${step.name.padEnd(10)}${step.title}`).join("\n")}
`;

function describe(counts: TestCounts): string {
  const parts = [`${counts.passed} passed`];
  if (counts.failed > 0) parts.push(`${counts.failed} failed`);
  if (counts.skipped > 0) parts.push(`${counts.skipped} skipped`);
  return parts.join(", ");
}

/** A test that must be tried twice is to be mended, so nobody may overlook it. */
function again(retried: readonly string[]): string {
  return retried.length > 0 ? `, ${retried.length} ONLY WHEN TRIED AGAIN` : "";
}

async function runOne(step: Step): Promise<TestCounts> {
  const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;
  const result = await runStep(step, (elapsedMs) =>
    process.stdout.write(`  ${step.title}: still at it after ${seconds(elapsedMs)}\n`),
  );
  const detail = step.counted ? `   ${describe(result.counts)}${again(result.retried)}` : "";
  const time = seconds(result.durationMs).padStart(8);
  process.stdout.write(
    `${result.ok ? "ok  " : "FAIL"}  ${step.title.padEnd(titleWidth)}${time}${detail}\n`,
  );
  if (result.retried.length > 0) {
    const passed = `${result.retried.length} passed only when tried again:`;
    process.stdout.write(["", passed, ...result.retried, ""].join("\n") + "\n");
  }
  // The short form first: who reads a log that was cut off still sees what is wrong.
  if (!result.ok) {
    const parts = [...result.failures, result.output.trim()];
    process.stdout.write(parts.map((part) => `\n${part}\n`).join("") + "\n");
  }
  return result.counts;
}

async function main(names: readonly string[]): Promise<number> {
  if (names.includes("--help") || names.includes("-h")) {
    process.stdout.write(help);
    return 0;
  }
  const unknown = names.filter((name) => steps.every((step) => step.name !== name));
  if (unknown.length > 0) {
    process.stderr.write(`There is no check named ${unknown.join(", ")}.\n\n${help}`);
    return 2;
  }
  let total = noTests;
  for (const step of steps) {
    if (names.length === 0 || names.includes(step.name))
      total = addTestCounts(total, await runOne(step));
  }
  process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
  return total.failed === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
