import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { readOptions } from "./options/readOptions.ts";
import { usage } from "./options/usage.ts";
import { UsageError } from "./options/UsageError.ts";
import { renderChart } from "./report/renderChart.ts";
import { renderMarkdown } from "./report/renderMarkdown.ts";
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
    const page = renderMarkdown(report);
    if (options.output === undefined) {
      process.stdout.write(`\n${page}`);
      return 0;
    }
    await mkdir(options.output, { recursive: true });
    await writeFile(join(options.output, "client.md"), page);
    await writeFile(join(options.output, "client.svg"), renderChart(report));
    process.stdout.write(`Written to ${options.output}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\nSee --help.\n`);
    return 2;
  }
}
