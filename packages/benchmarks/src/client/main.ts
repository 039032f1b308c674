import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { readOptions } from "./options/readOptions.ts";
import { usage } from "./options/usage.ts";
import { UsageError } from "./options/UsageError.ts";
import { renderChart } from "./report/renderChart.ts";
import { renderMarkdown } from "./report/renderMarkdown.ts";
import type { Report } from "./report/Report.ts";
import { runClientBenchmark } from "./runClientBenchmark.ts";

const resultsFolder = fileURLToPath(new URL("../../results", import.meta.url));

process.exitCode = await main(process.argv.slice(2));

async function main(commandLine: readonly string[]): Promise<number> {
  if (commandLine.includes("--help") || commandLine.includes("-h")) {
    process.stdout.write(usage);
    return 0;
  }
  try {
    const options = readOptions(commandLine, resultsFolder);
    const start = performance.now();
    const report = await runClientBenchmark(options, (line) => {
      const seconds = Math.round((performance.now() - start) / 1000);
      process.stderr.write(`${String(seconds).padStart(5)} s  ${line}\n`);
    });
    return await publish(report, options.output);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\nSee --help.\n`);
    return 2;
  }
}

/** Writes the report, or prints it when it has no place or is not whole. */
async function publish(report: Report, output: string | undefined): Promise<number> {
  const page = renderMarkdown(report);
  const broken = report.losses.filter(({ failure }) => failure !== undefined).length;
  if (output === undefined || broken > 0) {
    process.stdout.write(`\n${page}`);
    if (broken > 0) process.stderr.write(`${broken} trials broke, so that nothing is written.\n`);
    return broken > 0 ? 1 : 0;
  }
  await mkdir(output, { recursive: true });
  await writeFile(join(output, "client.md"), page);
  await writeFile(join(output, "client.svg"), renderChart(report));
  process.stdout.write(`Written to ${output}\n`);
  return 0;
}
