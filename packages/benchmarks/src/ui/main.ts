import { publishReport, resultsFolder } from "../command/publishReport.ts";
import { runCommand } from "../command/runCommand.ts";
import { readUIOptions, usage } from "./readUIOptions.ts";
import { renderUIChart } from "./report/renderUIChart.ts";
import { renderUIReport } from "./report/renderUIReport.ts";
import { runUIBenchmark } from "./runUIBenchmark.ts";

await runCommand(usage, async (commandLine, onProgress) => {
  const options = readUIOptions(commandLine);
  const report = await runUIBenchmark(options, onProgress);
  const [page, drawChart] = [renderUIReport(report), () => renderUIChart(report)];
  await publishReport({ name: "ui", page, drawChart }, options.isWhole ? resultsFolder : undefined);
  return 0;
});
