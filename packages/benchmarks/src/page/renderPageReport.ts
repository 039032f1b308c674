import { quantile } from "../client/cost/quantile.ts";
import { formatCount, formatKilobytes } from "../client/report/formatNumber.ts";
import { renderTable } from "../client/report/renderTable.ts";
import type { PageOpening } from "./PageOpening.ts";
import type { PageViewResult } from "./runPageBenchmark.ts";

/** Renders the results as a Markdown table: the best and the median of all openings, in milliseconds. */
export function renderPageReport(results: readonly PageViewResult[]): string {
  return renderTable(
    ["view", "cold: shown", "cold: usable", "warm: shown", "warm: usable", "requests", "KB"],
    results.map(({ view, cold, warm }) => [
      view.name,
      describe(cold, "shown"),
      describe(cold, "usable"),
      describe(warm, "shown"),
      describe(warm, "usable"),
      formatCount(Math.max(...cold.map(({ requests }) => requests))),
      formatKilobytes(Math.max(...cold.map(({ bytes }) => bytes))),
    ]),
    ["left", "right", "right", "right", "right", "right", "right"],
  );
}

function describe(openings: readonly PageOpening[], field: "shown" | "usable"): string {
  const times = openings.map((opening) => opening[field]);
  return `${formatCount(Math.min(...times))} / ${formatCount(quantile(times, 0.5))}`;
}
