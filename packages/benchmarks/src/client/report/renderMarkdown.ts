import { describeLoss } from "./describeLoss.ts";
import { formatCount, formatKilobytes, formatMeasure } from "./formatNumber.ts";
import { renderTable } from "./renderTable.ts";
import type { ClientReport, Report } from "./Report.ts";

/** Longer than this, a page lives on and delivers by itself, and it is worth telling when. */
const timedPatienceMs = 10_000;

/** Renders a whole run as a Markdown page that shows the chart of the same run. */
export function renderMarkdown(report: Report): string {
  const { clients, losses } = report;
  return [
    "# Telemetry clients side by side",
    environment(report),
    clientTable(clients),
    clients.some(({ size }) => size) && sizeSection(clients),
    clients.some(({ cost }) => cost) && costSection(clients),
    losses.length > 0 && lossSection(report),
    strangersSection(clients),
  ]
    .filter((section) => section !== false)
    .join("\n\n")
    .concat("\n");
}

function environment({ environment: { date, chromium, node, machine, load } }: Report): string {
  const [least, most] = load.map(formatMeasure);
  return [
    `Measured on ${date} in Chromium ${chromium} (headless), Node ${node}, ${machine}, at a load of ${least} to ${most}. Much more load than processors makes calls dearer, and makes slow clients lose what a quiet machine delivers.`,
    "Made by `npm run bench:client`; do not edit. Every client has its best documented settings for delivery, which its page in `src/client/pages` cites. Pages and instances are on one machine, and nothing else can be reached.",
  ].join("\n\n");
}

function clientTable(clients: readonly ClientReport[]): string {
  return renderTable(
    ["client", "version", "settings", "repeated events are known by"],
    clients.map(({ peer, version }) => [
      peer.name,
      version,
      peer.settings,
      peer.identity === undefined ? "nothing" : `\`${peer.identity}\``,
    ]),
    ["left", "left", "left", "left"],
  );
}

function sizeSection(clients: readonly ClientReport[]): string {
  const rows = clients.flatMap(({ peer, size }) =>
    size === undefined
      ? []
      : [[peer.name, ...[size.initialGzip, size.initial, size.laterGzip].map(formatKilobytes)]],
  );
  return [
    "## Size",
    "The smallest page that sets the client up and records: minified, each file gzipped at level 9, in kB. The last column may be loaded later, on demand.",
    renderTable(["client", "gzip", "minified", "later, gzip"], rows, [
      "left",
      "right",
      "right",
      "right",
    ]),
  ].join("\n\n");
}

function costSection(clients: readonly ClientReport[]): string {
  const rows = clients.flatMap(({ peer, cost }) =>
    cost === undefined
      ? []
      : [
          [
            peer.name,
            formatMeasure(cost.median),
            formatMeasure(cost.p95),
            formatMeasure(cost.pushMedian),
            formatMeasure(cost.median / cost.pushMedian),
            formatMeasure(cost.mainThread),
          ],
        ],
  );
  return [
    "## A call",
    "Microseconds of the main thread in a production build. A call is timed in groups of ten; the push is `array.push(structuredClone(event))` in the same page, and the ratio that of the medians. The last column is all the main thread does for an event in the end, sending included, when events come every 10 ms.",
    renderTable(["client", "median", "95th percentile", "push", "ratio", "in all"], rows, [
      "left",
      "right",
      "right",
      "right",
      "right",
      "right",
    ]),
  ].join("\n\n");
}

function lossSection(report: Report): string {
  const intro = [
    "## What arrives",
    "Every trial has a browser, a profile and an instance of its own. An event has arrived when the instance has acknowledged it. `418 → 1,000`: 418 had arrived before the page was opened again, 1,000 in the end; one number where the two are equal. _Resent_: acknowledged deliveries beyond an event's first. _Stored twice_: what the instance keeps beyond its first, given what it knows repeated events by.",
    "![What arrives in the end](client.svg)",
  ];
  return [...intro, ...report.scenarios.map((scenario) => scenarioSection(report, scenario))].join(
    "\n\n",
  );
}

function scenarioSection(
  { clients, counts, losses }: Report,
  { id, title, description, tabs, patienceMs }: Report["scenarios"][number],
): string {
  const isTimed = patienceMs > timedPatienceMs;
  const column = (count: number) =>
    tabs === 1 ? formatCount(count) : `${tabs} × ${formatCount(Math.ceil(count / tabs))}`;
  const timing = " The seconds are those from its return to the last arrival.";
  return [
    `### ${title}`,
    description + (isTimed ? timing : ""),
    renderTable(
      ["client", ...counts.map(column)],
      clients.map(({ peer }) => [
        peer.name,
        ...counts.map((count) =>
          describeLoss(
            losses.find(
              (result) =>
                result.peer === peer.id && result.scenario === id && result.count === count,
            ),
            isTimed,
          ),
        ),
      ]),
      ["left", ...counts.map(() => "right" as const)],
    ),
  ].join("\n\n");
}

function strangersSection(clients: readonly ClientReport[]): string {
  const callers = clients.filter(({ strangers }) => strangers.length > 0);
  const lines = callers.map(({ peer, strangers }) => `- ${peer.name}: ${strangers.join(", ")}`);
  return [
    "## Whom else they tried to reach",
    lines.length === 0 ? "With these settings, nobody." : lines.join("\n"),
  ].join("\n\n");
}
