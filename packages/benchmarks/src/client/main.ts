import process from "node:process";
import { publishReport, resultsFolder } from "../command/publishReport.ts";
import { runCommand } from "../command/runCommand.ts";
import { readOptions } from "./options/readOptions.ts";
import { usage } from "./options/usage.ts";
import { renderChart } from "./report/renderChart.ts";
import { renderMarkdown } from "./report/renderMarkdown.ts";
import { runClientBenchmark } from "./runClientBenchmark.ts";

await runCommand(usage, async (commandLine, onProgress) => {
  const options = readOptions(commandLine, resultsFolder);
  const report = await runClientBenchmark(options, onProgress);
  const [page, drawChart] = [renderMarkdown(report), () => renderChart(report)];
  const broken = report.losses.filter(({ failure }) => failure !== undefined).length;
  await publishReport({ name: "client", page, drawChart }, broken > 0 ? undefined : options.output);
  if (broken === 0) return 0;
  process.stderr.write(`${broken} trials broke, so that nothing is written.\n`);
  return 1;
});
