import { formatCount, formatMeasure } from "../../client/report/formatNumber.ts";
import { renderTable, type Alignment } from "../../client/report/renderTable.ts";
import type { PaletteCost, Spread } from "../palette/PaletteCost.ts";
import type { RankingScore } from "../ranking/measureRanking.ts";
import type { UIReport } from "./UIReport.ts";

/** Renders the report as a Markdown page. */
export function renderUIReport(report: UIReport): string {
  const { environment: at } = report;
  const [least, most] = at.load;
  return [
    "# Command palettes",
    `Written by \`npm run bench:ui\` on ${at.date}: Chromium ${at.chromium}, Node ${at.node}, ${at.machine}, load ${formatMeasure(least)} to ${formatMeasure(most)}.`,
    report.isShared
      ? "The corpus is 1,364 titles of a real editor."
      : "The corpus is made up: the one beside the repository was not there.",
    ...(report.rankings.length === 0 ? [] : rankingSections(report)),
    ...(report.palettes.length === 0 ? [] : speedSections(report)),
    "",
  ].join("\n\n");
}

function rankingSections({ rankings, seed }: UIReport): readonly string[] {
  const kinds = [...(rankings[0]?.heldBack.scoreByKind.keys() ?? [])];
  const columns = rankings.map(({ heldBack }) => heldBack.ranker.name);
  return [
    "## Ranking",
    `Mean reciprocal rank, and how often the first result is the right one. _Given_: the queries beside the corpus. _Made_: queries of each kind made by rule out of titles drawn with the seed ${seed}, which nothing was tuned to. _Other scripts_: CJK, Cyrillic, Greek, Arabic and Latin with diacritics.`,
    renderTable(
      ["ranker", "version", "given", "made", "other scripts", "set up"],
      rankings.map(({ shared, heldBack, world, version }) => [
        heldBack.ranker.name,
        version ?? "",
        shared === undefined ? "" : formatScore(shared),
        formatScore(heldBack),
        formatScore(world),
        heldBack.ranker.settings,
      ]),
      ["left", "left", "right", "right", "right", "left"],
    ),
    "### Made queries by kind",
    renderTable(
      ["kind", ...columns],
      kinds.map((kind) => [
        kind,
        ...rankings.map(({ heldBack }) => {
          const score = heldBack.scoreByKind.get(kind);
          return score === undefined ? "" : score.reciprocalRank.toFixed(2);
        }),
      ]),
      ["left", ...columns.map((): Alignment => "right")],
    ),
  ];
}

function formatScore({ reciprocalRank, top }: RankingScore): string {
  return `${reciprocalRank.toFixed(3)}, ${Math.round(top * 100)} %`;
}

function speedSections(report: UIReport): readonly string[] {
  return [
    "## Speed",
    `Production builds, each opened and typed into ${report.rounds} times unless said otherwise below. Milliseconds of the main thread's processor (median / 95th percentile), which other processes do not add to: all it does from the click or key press until the page rests again, animation and paint included, without the ${formatMeasure(report.palettes[0]?.resting ?? 0)} ms or so that a resting page spends in that time. In parentheses the time until the last change was painted, which they do add to.`,
    "![Processor per key press and per opening](ui.svg)",
    cpuTable(report, "Opening", ({ open, openDelay }) => formatSpread(open, openDelay)),
    cpuTable(report, "A key press", ({ key, keyDelay }) => formatSpread(key, keyDelay)),
    `### Closed\n\nA render of the application and a key typed elsewhere, beyond the ${formatMeasure(report.withoutPalette)} ms of the same page without a palette. _Until it rests_: mounting the application, registering the actions and making ready what is searched, all in all.`,
    renderTable(
      ["palette", "actions", "closed, ms", "until it rests, ms"],
      report.palettes.map((cost) => [
        cost.peer.name,
        formatCount(cost.count),
        formatMeasure(Math.max(0, cost.closed - report.withoutPalette)),
        formatMeasure(cost.prepare),
      ]),
      ["left", "right", "right", "right"],
    ),
    "### Rows and heap while open",
    renderTable(
      ["palette", "actions", "rows", "elements", "heap, MB"],
      report.palettes.map((cost) => [
        cost.peer.name,
        formatCount(cost.count),
        formatCount(cost.rows),
        formatCount(cost.elements),
        formatMeasure(cost.heap / 1e6),
      ]),
      ["left", "right", "right", "right", "right"],
    ),
    "## Peers",
    renderTable(
      ["palette", "version", "set up"],
      peersOf(report).map(({ name, packageName, settings }) => [
        name,
        report.versionByPeer.get(packageName ?? "") ?? "",
        settings,
      ]),
      ["left", "left", "left"],
    ),
  ];
}

function peersOf({ palettes }: UIReport) {
  return [...new Set(palettes.map(({ peer }) => peer))];
}

function cpuTable(report: UIReport, title: string, cell: (cost: PaletteCost) => string): string {
  const table = renderTable(
    ["palette", ...report.sizes.map(formatCount)],
    peersOf(report).map((peer) => [
      peer.name,
      ...report.sizes.map((size) => {
        const cost = report.palettes.find((one) => one.peer === peer && one.count === size);
        return cost === undefined ? "" : cell(cost);
      }),
    ]),
    ["left", ...report.sizes.map((): Alignment => "right")],
  );
  return `### ${title}\n\n${table}`;
}

function formatSpread(cpu: Spread, delay: Spread): string {
  return `${formatMeasure(cpu.median)} / ${formatMeasure(cpu.p95)} (${formatMeasure(delay.median)})`;
}
