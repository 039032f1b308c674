import process from "node:process";
import { publishReport, resultsFolder } from "../command/publishReport.ts";
import { runCommand } from "../command/runCommand.ts";
import { readCollectorOptions, usage } from "./readCollectorOptions.ts";
import { renderCollectorChart } from "./report/renderCollectorChart.ts";
import { renderCollectorReport } from "./report/renderCollectorReport.ts";
import { runCollectorBenchmark } from "./runCollectorBenchmark.ts";

await runCommand(usage, async (commandLine, onProgress) => {
  const options = readCollectorOptions(commandLine, process.env["DATABASE_URL"]);
  const report = await runCollectorBenchmark(options, onProgress);
  const [page, drawChart] = [renderCollectorReport(report), () => renderCollectorChart(report)];
  await publishReport(
    { name: "collector", page, drawChart },
    options.isWhole ? resultsFolder : undefined,
  );
  return 0;
});
