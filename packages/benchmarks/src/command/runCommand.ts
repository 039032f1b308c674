import process from "node:process";
import { UsageError } from "./UsageError.ts";

/** Is told how far a benchmark is, a line at a time. */
export type OnProgress = (line: string) => void;

/**
 * Runs a benchmark from the command line: shows how it is used, if asked; tells how far it is, after how many seconds; and
 * says what was wrong with the command line, as exit code 2.
 *
 * @param usage - What `--help` prints.
 * @param run - Measures and reports; resolves to the exit code.
 * @example
 * await runCommand(usage, async (commandLine, onProgress) => {
 *   const report = await runUIBenchmark(readUIOptions(commandLine), onProgress);
 *   process.stdout.write(renderUIReport(report));
 *   return 0;
 * });
 */
export async function runCommand(
  usage: string,
  run: (commandLine: readonly string[], onProgress: OnProgress) => Promise<number>,
): Promise<void> {
  const commandLine = process.argv.slice(2);
  if (commandLine.includes("--help") || commandLine.includes("-h")) {
    process.stdout.write(usage);
    return;
  }
  const start = performance.now();
  const onProgress = (line: string) => {
    const seconds = Math.round((performance.now() - start) / 1000);
    process.stderr.write(`${String(seconds).padStart(5)} s  ${line}\n`);
  };
  try {
    process.exitCode = await run(commandLine, onProgress);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\nSee --help.\n`);
    process.exitCode = 2;
  }
}
