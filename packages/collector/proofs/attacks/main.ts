import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { startCollectorProcess } from "../../src/testing/startProcess.ts";
import { attacks } from "./attacks.ts";
import { columns, judge, row } from "./judge.ts";
import { measureAttack } from "./measureAttack.ts";

/**
 * Measures how long healthy clients wait at rest, beside each attack on somebody else, and during it. Arguments:
 * for how many seconds each is measured (15), and a part of the names of the attacks that are wanted (all). Prints a table
 * of Markdown; ends with 1 if an attack is felt, or if the last, which must be felt, is not.
 */
const [seconds = "15", wanted = ""] = process.argv.slice(2);
const names = Object.keys(attacks).filter((name) => name.includes(wanted));
const failed: string[] = [];

print(row(columns));
print(row(columns.map((_, index) => (index === 0 ? ":--" : "--:"))));
await run({}, names, (name, hasPassed) => hasPassed || failed.push(name));
// Without limits large bodies take what they like: a measurement that does not see it sees nothing.
await run({ RATE_LIMIT: "0" }, ["a megabyte of numbers"], (name, hasPassed) => {
  if (hasPassed) failed.push(`${name} without limits, which ought to be felt`);
});
print(failed.length === 0 ? "\nPassed." : `\nFAILED: ${failed.join("; ")}.`);
process.exitCode = failed.length === 0 ? 0 : 1;

async function run(
  environment: Readonly<Record<string, string>>,
  attackNames: readonly string[],
  onJudged: (name: string, hasPassed: boolean) => void,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "collector-attacks-"));
  const token = "correct-horse-battery";
  const collector = await startCollectorProcess({
    DATA_DIR: folder,
    ADMIN_TOKEN: token,
    TRUSTED_PROXY: "127.0.0.1",
    // A hundred batches of ten events a second are of fifty people only.
    USER_RATE_LIMIT: "1000",
    ...(process.env["NODE_OPTIONS"] !== undefined && { NODE_OPTIONS: process.env["NODE_OPTIONS"] }),
    ...environment,
  });
  try {
    for (const name of attackNames) {
      const measured = await measureAttack(name, collector.url, token, Number(seconds));
      const verdict = judge(measured);
      const limits = environment["RATE_LIMIT"] === "0" ? " (without limits: must be felt)" : "";
      print(row([`${name}${limits}`, ...verdict.cells]));
      onJudged(name, verdict.hasPassed);
    }
  } finally {
    collector.child.kill("SIGTERM");
    await collector.ended;
    rmSync(folder, { recursive: true });
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
