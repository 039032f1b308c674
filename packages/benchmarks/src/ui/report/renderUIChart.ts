import { formatCount, formatMeasure } from "../../client/report/formatNumber.ts";
import type { PaletteCost } from "../palette/PaletteCost.ts";
import type { UIReport } from "./UIReport.ts";

const panel = { width: 340, height: 260, left: 56, top: 64, gap: 214 } as const;
const labelHeight = 15;
const colors = ["#4353c9", "#c2410c", "#0f766e", "#a21caf", "#b45309", "#0369a1", "#57534e"];
const dashes = ["", "6 3", "2 3", "8 3 2 3", "4 4", "10 4", "1 2"];
const leastMs = 1;

interface Panel {
  readonly title: string;
  readonly x: number;
  readonly value: (cost: PaletteCost) => number;
  /** What is to be reached, by number of actions. */
  readonly goal: (count: number) => number;
}

const panels: readonly Panel[] = [
  {
    title: "A key press",
    x: panel.left,
    value: ({ key }) => key.median,
    goal: (count) => (count <= 1000 ? 12 : count <= 10_000 ? 25 : 70),
  },
  {
    title: "Opening",
    x: panel.left + panel.width + panel.gap,
    value: ({ open }) => open.median,
    goal: () => 20,
  },
];

/**
 * Draws the processor time against the number of actions, both on logarithmic scales. Lines differ in
 * their dashes as well as in their color, and follow the reader's light or dark scheme.
 */
export function renderUIChart(report: UIReport): string {
  const width = panel.left + 2 * panel.width + panel.gap + 160;
  const height = panel.top + panel.height + 48;
  const title = "Milliseconds of the main thread's processor, by number of actions";
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${title}">`,
    `<title>${title}</title>`,
    style,
    `<text class="title" x="0" y="18">${title}</text>`,
    ...panels.map((one) => renderPanel(report, one)),
    "</svg>",
    "",
  ].join("\n");
}

const style = `<style>
text { font: 12px system-ui, sans-serif; fill: #1f2328; }
.title { font-size: 16px; font-weight: 600; }
.panel { font-size: 13px; font-weight: 600; }
.tick { fill: #59636e; }
.grid { stroke: #d1d9e0; stroke-width: 1; }
.goal { stroke: #1a7f37; stroke-width: 1.5; stroke-dasharray: 1 4; fill: none; }
.goal-text { fill: #1a7f37; }
.line { fill: none; stroke-width: 2; }
@media (prefers-color-scheme: dark) {
text { fill: #f0f6fc; }
.tick { fill: #9198a1; }
.grid { stroke: #3d444d; }
.goal { stroke: #3fb950; }
.goal-text { fill: #3fb950; }
.line, .dot { filter: brightness(1.7); }
}
</style>`;

function renderPanel({ palettes, sizes }: UIReport, { title, x, value, goal }: Panel): string {
  const most = 10 ** Math.ceil(Math.log10(Math.max(100, ...palettes.map(value))));
  const xOf = (count: number) => x + scale(count, sizes[0] ?? 1, sizes.at(-1) ?? 10) * panel.width;
  const yOf = (ms: number) =>
    panel.top + panel.height * (1 - scale(Math.max(leastMs, ms), leastMs, most));
  const peers = [...new Set(palettes.map(({ peer }) => peer))];
  const goals = sizes.map((size) => `${xOf(size)},${yOf(goal(size))}`).join(" ");
  return [
    `<text class="panel" x="${x}" y="${panel.top - 14}">${title}</text>`,
    ...powers(most).map(
      (ms) =>
        `<line class="grid" x1="${x}" x2="${x + panel.width}" y1="${yOf(ms)}" y2="${yOf(ms)}"/>` +
        `<text class="tick" text-anchor="end" x="${x - 8}" y="${yOf(ms) + 4}">${formatCount(ms)}</text>`,
    ),
    ...sizes.map(
      (size) =>
        `<text class="tick" text-anchor="middle" x="${xOf(size)}" y="${panel.top + panel.height + 20}">${formatCount(size)}</text>`,
    ),
    `<polyline class="goal" points="${goals}"/>`,
    `<text class="goal-text" x="${x + 6}" y="${yOf(goal(sizes[0] ?? 1)) - 6}">to reach</text>`,
    ...renderLines(
      peers.map((peer) => {
        const costs = palettes.filter((cost) => cost.peer === peer);
        const last = costs.at(-1);
        return {
          labelX: x + panel.width + 10,
          label: `${peer.name} ${last === undefined ? "" : formatMeasure(value(last))}`,
          points: costs.map((cost) => ({ x: xOf(cost.count), y: yOf(value(cost)) })),
        };
      }),
    ),
  ].join("\n");
}

interface Line {
  readonly label: string;
  /** Labels are in one column, wherever their lines end. */
  readonly labelX: number;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

/** Labels are beside the ends of their lines, and give way to those above them. */
function renderLines(lines: readonly Line[]): readonly string[] {
  const ends = lines
    .map(({ points }, index) => ({ index, y: points.at(-1)?.y ?? 0 }))
    .toSorted((one, other) => one.y - other.y);
  let free = 0;
  const labelY = new Map<number, number>();
  for (const { index, y } of ends) {
    free = Math.max(free, y);
    labelY.set(index, free);
    free += labelHeight;
  }
  return lines.map((line, index) => renderLine(line, index, labelY.get(index) ?? 0));
}

function renderLine({ points, label, labelX }: Line, index: number, labelY: number): string {
  const color = colors[index % colors.length] ?? "#000";
  const path = points.map(({ x, y }) => `${x},${y}`).join(" ");
  return [
    `<polyline class="line" stroke="${color}" stroke-dasharray="${dashes[index % dashes.length] ?? ""}" points="${path}"/>`,
    ...points.map(
      (point) => `<circle class="dot" fill="${color}" cx="${point.x}" cy="${point.y}" r="3"/>`,
    ),
    `<text x="${labelX}" y="${labelY + 4}"${index === 0 ? ' font-weight="700"' : ""}>${label}</text>`,
  ].join("");
}

/** Where a value is between two others, from 0 to 1, on a logarithmic scale. */
function scale(value: number, least: number, most: number): number {
  return Math.log(value / least) / Math.log(most / least);
}

function powers(most: number): readonly number[] {
  const found: number[] = [];
  for (let power = leastMs; power <= most; power *= 10) found.push(power);
  return found;
}
