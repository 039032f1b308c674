import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { UsageError } from "../client/options/UsageError.ts";
import { readCollectorOptions, usage } from "./readCollectorOptions.ts";
import { renderCollectorChart } from "./report/renderCollectorChart.ts";
import { renderCollectorReport } from "./report/renderCollectorReport.ts";
import { runCollectorBenchmark } from "./runCollectorBenchmark.ts";

const resultsFolder = fileURLToPath(new URL("../../results", import.meta.url));

process.exitCode = await main(process.argv.slice(2));

async function main(commandLine: readonly string[]): Promise<number> {
  if (commandLine.includes("--help") || commandLine.includes("-h")) {
    process.stdout.write(usage);
    return 0;
  }
  try {
    const options = readCollectorOptions(commandLine, process.env["DATABASE_URL"]);
    const start = performance.now();
    const report = await runCollectorBenchmark(options, (line) => {
      const seconds = Math.round((performance.now() - start) / 1000);
      process.stderr.write(`${String(seconds).padStart(5)} s  ${line}\n`);
    });
    const page = renderCollectorReport(report);
    if (!options.isWhole) {
      process.stdout.write(`\n${page}`);
      return 0;
    }
    await mkdir(resultsFolder, { recursive: true });
    await writeFile(join(resultsFolder, "collector.md"), page);
    await writeFile(join(resultsFolder, "collector.svg"), renderCollectorChart(report));
    process.stdout.write(`Written to ${resultsFolder}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\nSee --help.\n`);
    return 2;
  }
}
