import { renderTable } from "../../client/report/renderTable.ts";
import type { ItemsCost } from "./measureItems.ts";

/** What the measurements were made with. */
export interface ItemsSetting {
  readonly count: number;
  readonly rounds: number;
  readonly date: string;
  readonly chromium: string;
  readonly machine: string;
}

/** Writes the measurements as a page of Markdown; every number is compared with the first row's. */
export function renderItems(costs: readonly ItemsCost[], setting: ItemsSetting): string {
  const [plain] = costs;
  if (plain === undefined) return "";
  const cell = (value: number, base: number) =>
    `${value.toFixed(1)} ms (${(value / base).toFixed(2)} ×)`;
  const table = renderTable(
    ["", "new page", "again", "again, script only", "elements"],
    costs.map(({ title, first, again, scriptAgain, elements }) => [
      title,
      cell(first, plain.first),
      cell(again, plain.again),
      cell(scriptAgain, plain.scriptAgain),
      String(elements),
    ]),
    ["left", "right", "right", "right", "right"],
  );
  return `# Mounting ${setting.count} buttons

Processor time of the main thread, from the call that renders to the painted frame: medians of
${setting.rounds} pages, production builds, every variant in turn. All have the same class, styles and content.

${table}

"Script only" leaves style and layout out, which weigh the same for all.

Chromium ${setting.chromium}, ${setting.machine}, ${setting.date}. Again: \`pnpm --filter @action-telemetry/benchmarks bench:items\`.
`;
}
