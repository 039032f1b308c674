import { formatCount, formatMeasure } from "../../client/report/formatNumber.ts";
import { type Alignment, renderTable } from "../../client/report/renderTable.ts";
import type { Measure } from "../Measure.ts";
import type { CollectorReport, SizeResult, StoreReport } from "./CollectorReport.ts";

const megabyte = 1_000_000;

/** Renders the report as a Markdown page. */
export function renderCollectorReport(report: CollectorReport): string {
  return [
    "# The collector",
    `Written by \`npm run bench:collector\` on ${report.date}: Node ${report.node}, ${report.machine}. Other processes ran at the same time: _load_ is the average over a minute, and more than the number of processors means that everything waited. Time of the processor for each event does not grow with waiting.`,
    `${formatCount(report.events)} events of 300 actions (the n-th is used 1/n as often as the first) by 20,000 people on five surfaces and three platforms.`,
    "![Events a second](collector.svg)",
    "## Storing",
    renderStoring(report),
    "_File_ is the limit: the JSON of the same batches, appended to a file and synced as often as 64 batches of 50 take up room. _Alone_ calls the store from 64 places at once, over a history of a year; counting is included. _HTTP_ sends batches of 50 over 64 connections from a process of its own, the best of some runs; latency is that of a request with 50 events.",
    ...report.stores.map(describeHttp),
    "## Dashboards",
    "Milliseconds for everything that a page asks of the store at once: the first time after the start, and the median after it. The first ones are to take at most 20 ms; hours are counted from the events, and what is filtered by one dimension and split by another may read more.",
    ...report.stores.flatMap((store) => [`### ${store.name}`, renderDashboards(store.sizes)]),
    "",
  ].join("\n\n");
}

function renderStoring({ limit, stores }: CollectorReport): string {
  const row = (name: string, one: Measure, most: Measure, bytes: number | undefined) => [
    name,
    formatCount(one.rate),
    `${formatCount((one.rate / most.rate) * 100)} %`,
    formatMeasure(one.processorTime),
    bytes === undefined ? "" : formatMeasure(bytes),
    formatMeasure(one.load),
  ];
  const rows = [
    row("file, batches of 50", limit.small, limit.small, limit.small.bytesPerEvent),
    row("file, batches of 1,000", limit.large, limit.large, limit.large.bytesPerEvent),
    ...stores.flatMap(({ name, alone, http, sizes }) => [
      row(`${name} alone, batches of 50`, alone.small, limit.small, sizes[0]?.bytesPerEvent),
      row(`${name} alone, batches of 1,000`, alone.large, limit.large, undefined),
      row(
        `${name} over HTTP, batches of 50`,
        {
          rate: (http.events / http.duration) * 1000,
          processorTime: (http.serverProcessorTime * 1000) / http.events,
          load: http.load,
        },
        limit.small,
        undefined,
      ),
    ]),
  ];
  const header = ["", "events/s", "of the limit", "processor, µs/event", "bytes/event", "load"];
  const right: readonly Alignment[] = ["right", "right", "right", "right", "right"];
  return renderTable(header, rows, ["left", ...right]);
}

function describeHttp({ name, http }: StoreReport): string {
  const generator = formatMeasure((http.processorTime * 1000) / http.events);
  return (
    `${name} over HTTP: median ${formatMeasure(http.median)} ms, 99th percentile ${formatMeasure(http.p99)} ms, ` +
    `${formatCount(http.failures)} of ${formatCount(http.requests)} requests failed, at most ${formatCount(http.peakMemory / megabyte)} MB of memory; ` +
    `the generator took ${generator} µs of the processor for each event.`
  );
}

function renderDashboards(sizes: readonly SizeResult[]): string {
  const header = [
    "",
    ...sizes.flatMap(({ events }) => [`${formatCount(events)}: first`, "median"]),
  ];
  const rows = (sizes[0]?.dashboards ?? []).map(({ name, isToBeFast }, index) => [
    isToBeFast ? name : `_${name}_`,
    ...sizes.flatMap(({ dashboards }) => {
      const { first = 0, median = 0 } = dashboards[index] ?? {};
      return [formatMeasure(first), formatMeasure(median)];
    }),
  ]);
  const room = sizes.flatMap(({ bytesPerEvent }) => [
    "",
    bytesPerEvent === undefined ? "" : formatMeasure(bytesPerEvent),
  ]);
  const alignments = header.map((_, index): Alignment => (index === 0 ? "left" : "right"));
  return renderTable(header, [...rows, ["bytes an event", ...room]], alignments);
}
