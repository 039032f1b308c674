import { cpus, loadavg } from "node:os";
import process from "node:process";
import { runCommand } from "../command/runCommand.ts";
import { readPageOptions, usage } from "./readPageOptions.ts";
import { renderPageReport } from "./renderPageReport.ts";
import { runPageBenchmark } from "./runPageBenchmark.ts";

await runCommand(usage, async (commandLine, onProgress) => {
  const options = readPageOptions(commandLine);
  const results = await runPageBenchmark(options, onProgress);
  const load = (loadavg()[0] ?? 0).toFixed(1);
  process.stdout.write(
    `\n${renderPageReport(results)}\n\nMilliseconds, best / median of ${options.rounds}, since the browser began to go there. ${cpus().length} processors, load ${load}.\n`,
  );
  return 0;
});
