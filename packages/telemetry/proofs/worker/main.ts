/** `pnpm test:worker`: ends the background worker of an extension in every way there is, and writes down what arrived. */
import { writeFile } from "node:fs/promises";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { runWorkerTrial } from "./runWorkerTrial.ts";
import { workerEndings } from "./WorkerEnding.ts";

const counts = [1, 10, 100, 1000];
const output = fileURLToPath(new URL("../../docs/worker-test.md", import.meta.url));

const rows: string[] = [];
let failures = 0;
for (const ending of workerEndings) {
  for (const count of counts) {
    const { atOnce, inTheEnd, repeats, dropped, left } = await runWorkerTrial(ending, count);
    const isComplete = inTheEnd === count && dropped === 0 && left === 0;
    if (!isComplete) failures += 1;
    const row = `| ${ending.title} | ${[count, atOnce, inTheEnd, repeats, dropped, left].join(" | ")} |`;
    rows.push(row);
    process.stdout.write(`${row}${isComplete ? "" : "  <- NOT COMPLETE"}\n`);
  }
}
await writeFile(output, render(rows));
process.stdout.write(`${failures} of ${rows.length} incomplete. Written to ${output}\n`);
if (failures > 0) process.exitCode = 1;

function render(lines: readonly string[]): string {
  return `# What arrives when a worker ends

The background worker of an extension records events in one task and ends in the way of the first column; then a message starts it again. Real Chromium, production build, queue in \`chrome.storage.local\`. "Again": deliveries of an event that had arrived before, which can only be where the worker ended before it could hear the answer; the instance stores each event ID once.

| the worker | recorded | arrived at once | arrived in the end | again | dropped | left |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |
${lines.join("\n")}

Measured with Node ${process.versions.node} on ${new Date().toISOString().slice(0, 10)} by \`pnpm test:worker\` in \`packages/telemetry\`.
`;
}
