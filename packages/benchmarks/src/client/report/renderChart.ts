import type { LossResult } from "../loss/LossResult.ts";
import { formatCount, formatKilobytes, formatMeasure } from "./formatNumber.ts";
import type { ClientReport, Report } from "./Report.ts";

const nameWidth = 176;
const cell = { width: 84, height: 40, gap: 4 } as const;
const headerHeight = 48;
const top = 40;

interface Cell {
  readonly text: string;
  readonly note?: string | undefined;
  readonly tone: "all" | "some" | "none" | "plain";
}

/**
 * Draws what arrived in the end at the largest number of events, a row a client, with the sizes and
 * costs of the same run. Every cell says in text what its color says; the colors follow the reader's
 * light or dark scheme.
 */
export function renderChart(report: Report): string {
  const count = Math.max(...report.counts);
  const columns = [...report.scenarios.map(({ label }) => label), "page, kB gzip", "call, µs"];
  const width = nameWidth + columns.length * (cell.width + cell.gap);
  const height = top + headerHeight + report.clients.length * (cell.height + cell.gap) + 4;
  const title = `Of ${formatCount(count)} events, those that arrive in the end, and those stored twice`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${title}">`,
    `<title>${title}</title>`,
    style,
    `<text class="title" x="0" y="18">${title}</text>`,
    ...columns.map((label, column) => heading(label, column)),
    ...report.clients.flatMap((client, row) => renderRow(report, client, row, count)),
    "</svg>",
    "",
  ].join("\n");
}

const style = `<style>
text { font: 13px system-ui, sans-serif; fill: #1f2328; }
.title { font-size: 16px; font-weight: 600; }
.head { font-size: 12px; text-anchor: middle; fill: #59636e; }
.cell { text-anchor: middle; font-variant-numeric: tabular-nums; }
.note { font-size: 10px; }
.ours { font-weight: 700; }
rect { rx: 4px; stroke-width: 1px; }
.all { fill: #dafbe1; stroke: #4ac26b; }
.some { fill: #fff8c5; stroke: #d4a72c; }
.none { fill: #ffebe9; stroke: #ff8182; }
.plain { fill: none; stroke: #d1d9e0; }
@media (prefers-color-scheme: dark) {
text { fill: #f0f6fc; }
.head { fill: #9198a1; }
.all { fill: #12381f; stroke: #238636; }
.some { fill: #3b2c07; stroke: #9e6a03; }
.none { fill: #43191b; stroke: #da3633; }
.plain { stroke: #3d444d; }
}
</style>`;

function left(column: number): number {
  return nameWidth + column * (cell.width + cell.gap);
}

function heading(label: string, column: number): string {
  const x = left(column) + cell.width / 2;
  const lines = wrap(label);
  const first = top + headerHeight - 10 - (lines.length - 1) * 14;
  return lines
    .map((line, index) => `<text class="head" x="${x}" y="${first + index * 14}">${line}</text>`)
    .join("");
}

/** Two lines at most, broken at the space nearest to the middle. */
function wrap(label: string): readonly string[] {
  if (label.length <= 12) return [label];
  const spaces = [...label.matchAll(/ /gu)].map(({ index }) => index);
  const middle = label.length / 2;
  const [space] = spaces.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  return space === undefined ? [label] : [label.slice(0, space), label.slice(space + 1)];
}

function renderRow(
  { scenarios, losses }: Report,
  client: ClientReport,
  row: number,
  count: number,
): readonly string[] {
  const y = top + headerHeight + row * (cell.height + cell.gap);
  const isOurs = client.peer.openInstance !== undefined;
  const outcomes = scenarios.map(({ id }) =>
    outcome(
      losses.find(
        (result) =>
          result.peer === client.peer.id && result.scenario === id && result.count === count,
      ),
    ),
  );
  const size = client.size && formatKilobytes(client.size.initialGzip);
  const cost = client.cost && formatMeasure(client.cost.median);
  const cells: Cell[] = [
    ...outcomes,
    { text: size ?? "", tone: "plain" },
    { text: cost ?? "", tone: "plain" },
  ];
  return [
    `<text${isOurs ? ' class="ours"' : ""} x="0" y="${y + cell.height / 2 + 5}">${client.peer.name}</text>`,
    ...cells.map((one, column) => renderCell(one, left(column), y)),
  ];
}

function outcome(result: LossResult | undefined): Cell {
  if (result === undefined) return { text: "", tone: "plain" };
  if (result.failure !== undefined) return { text: "failed", tone: "plain" };
  const { inTheEnd, recorded, duplicatesStored } = result;
  const isWhole = inTheEnd >= recorded && duplicatesStored === 0;
  return {
    text: formatCount(inTheEnd),
    note: duplicatesStored > 0 ? `${formatCount(duplicatesStored)} twice` : undefined,
    tone: isWhole ? "all" : inTheEnd === 0 ? "none" : "some",
  };
}

function renderCell({ text, note, tone }: Cell, x: number, y: number): string {
  const middle = x + cell.width / 2;
  const baseline = y + cell.height / 2 + (note === undefined ? 5 : -1);
  return [
    `<rect class="${tone}" x="${x}" y="${y}" width="${cell.width}" height="${cell.height}"/>`,
    `<text class="cell" x="${middle}" y="${baseline}">${text}</text>`,
    ...(note === undefined
      ? []
      : [`<text class="cell note" x="${middle}" y="${y + cell.height - 8}">${note}</text>`]),
  ].join("");
}
