import { cpus, loadavg } from "node:os";
import process from "node:process";
import { UsageError } from "../client/options/UsageError.ts";
import { readPageOptions, usage } from "./readPageOptions.ts";
import { renderPageReport } from "./renderPageReport.ts";
import { runPageBenchmark } from "./runPageBenchmark.ts";

process.exitCode = await main(process.argv.slice(2));

async function main(commandLine: readonly string[]): Promise<number> {
  if (commandLine.includes("--help") || commandLine.includes("-h")) {
    process.stdout.write(usage);
    return 0;
  }
  try {
    const options = readPageOptions(commandLine);
    const start = performance.now();
    const results = await runPageBenchmark(options, (line) => {
      const seconds = Math.round((performance.now() - start) / 1000);
      process.stderr.write(`${String(seconds).padStart(5)} s  ${line}\n`);
    });
    const load = (loadavg()[0] ?? 0).toFixed(1);
    process.stdout.write(
      `\n${renderPageReport(results)}\n\nMilliseconds, best / median of ${options.rounds}, since the browser began to go there. ${cpus().length} processors, load ${load}.\n`,
    );
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\nSee --help.\n`);
    return 2;
  }
}
