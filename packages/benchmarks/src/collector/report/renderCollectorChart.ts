import { formatCount } from "../../client/report/formatNumber.ts";
import type { CollectorReport } from "./CollectorReport.ts";

const width = 760;
const left = 220;
const right = 110;
const top = 48;
const rowHeight = 30;
const barHeight = 18;

interface Bar {
  readonly label: string;
  readonly value: number;
  readonly isLimit: boolean;
}

/** Draws events a second as bars, on one scale. It follows the reader's light or dark scheme. */
export function renderCollectorChart(report: CollectorReport): string {
  const bars = barsOf(report);
  const most = Math.max(...bars.map(({ value }) => value));
  const height = top + bars.length * rowHeight + 12;
  const title = "Events a second, each committed and synced before it is acknowledged";
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${title}">`,
    `<title>${title}</title>`,
    style,
    `<text class="title" x="0" y="18">${title}</text>`,
    ...bars.map((bar, index) => renderBar(bar, top + index * rowHeight, most)),
    "</svg>",
    "",
  ].join("\n");
}

const style = `<style>
text { font: 12px system-ui, sans-serif; fill: #1f2328; }
.title { font-size: 15px; font-weight: 600; }
.limit { fill: #8c959f; }
.store { fill: #4353c9; }
@media (prefers-color-scheme: dark) {
text { fill: #f0f6fc; }
.store { fill: #8b96f0; }
}
</style>`;

function barsOf({ limit, stores }: CollectorReport): readonly Bar[] {
  return [
    { label: "file, batches of 1,000", value: limit.large.rate, isLimit: true },
    ...stores.map(({ name, alone }) => ({
      label: `${name}, batches of 1,000`,
      value: alone.large.rate,
      isLimit: false,
    })),
    { label: "file, batches of 50", value: limit.small.rate, isLimit: true },
    ...stores.flatMap(({ name, alone, http }) => [
      { label: `${name}, batches of 50`, value: alone.small.rate, isLimit: false },
      {
        label: `${name} over HTTP, batches of 50`,
        value: (http.events / http.duration) * 1000,
        isLimit: false,
      },
    ]),
  ];
}

function renderBar({ label, value, isLimit }: Bar, y: number, most: number): string {
  const length = Math.max(1, Math.round((value / most) * (width - left - right)));
  const baseline = y + barHeight - 5;
  return [
    `<text text-anchor="end" x="${left - 10}" y="${baseline}">${label}</text>`,
    `<rect class="${isLimit ? "limit" : "store"}" x="${left}" y="${y}" width="${length}" height="${barHeight}" rx="2"/>`,
    `<text x="${left + length + 8}" y="${baseline}">${formatCount(value)}</text>`,
  ].join("\n");
}
