import { writeFile } from "node:fs/promises";
import { arch, cpus, loadavg } from "node:os";
import { measureFirstMenus } from "./measureFirstMenu.ts";
import { measureMenus } from "./measureMenus.ts";
import { menuSize } from "./createMenu.ts";

const measurements = await measureMenus();
const first = measureFirstMenus();
const format = (milliseconds: number): string => milliseconds.toFixed(3);

const processors = cpus();
const load = (loadavg()[0] ?? 0).toFixed(1);

const report = `# Menus of ${menuSize.toLocaleString("en")} actions

One change of the context, and the reading of the menu after it. In milliseconds of
the processor, which other processes do not add to. The bar is 2 ms.

| what changes | items evaluated again | median, ms | 99th percentile, ms |
| --- | ---: | ---: | ---: |
${measurements
  .map(
    ({ change, evaluated, median, p99 }) =>
      `| ${change} | ${evaluated} | ${format(median)} | ${format(p99)} |`,
  )
  .join("\n")}

## The first reading

Of actions with plain texts, that nobody has read before, in milliseconds of the processor (median). At
once, as \`getMenu\` does; or in steps, as the palette does in idle time (\`prepareMenu\`): the longest
of them is what others have to wait for.

| actions | at once, ms | longest step, ms | reading after the steps, ms |
| ---: | ---: | ---: | ---: |
${first
  .map(
    ({ size, atOnce, longestStep, afterSteps }) =>
      `| ${size.toLocaleString("en")} | ${atOnce.toFixed(1)} | ${longestStep.toFixed(1)} | ${afterSteps.toFixed(1)} |`,
  )
  .join("\n")}

Measured with Node ${process.versions.node} on ${processors.length} × ${processors[0]?.model.trim() ?? "an unknown processor"} (${arch()}) under a load of ${load}, ${new Date().toISOString().slice(0, 10)}, by \`pnpm bench:actions\`.
`;

await writeFile(new URL("../../results/actions.md", import.meta.url), report);
process.stdout.write(report);
