import { expect, test } from "vitest";
import { navigate } from "../loss/scenarios/navigate.ts";
import { twoTabs } from "../loss/scenarios/twoTabs.ts";
import { posthog } from "../peers/posthog.ts";
import { renderChart } from "./renderChart.ts";
import { renderMarkdown } from "./renderMarkdown.ts";
import type { Report } from "./Report.ts";

const loss = {
  peer: "posthog",
  recorded: 10,
  atOnce: 4,
  inTheEnd: 9,
  duplicatesOnTheWire: 0,
  duplicatesStored: 0,
};

const report: Report = {
  environment: {
    date: "2026-11-22",
    chromium: "156",
    node: "24",
    machine: "2 × A",
    load: [0.5, 12],
  },
  clients: [
    {
      peer: posthog,
      version: "1.2.3",
      size: { initial: 151_700, initialGzip: 52_240, laterGzip: 0 },
      cost: { peer: "posthog", median: 432, p95: 900, pushMedian: 4, mainThread: 1088 },
      strangers: ["cdn.example.com"],
    },
  ],
  scenarios: [navigate, twoTabs],
  counts: [10],
  losses: [
    { ...loss, scenario: "navigate", count: 10 },
    { ...loss, scenario: "two-tabs", count: 10, inTheEnd: 0, atOnce: 0 },
  ],
};

test("the page has the environment, sizes, costs, losses and whom a client called", () => {
  const page = renderMarkdown(report);
  expect(page).toContain(
    "Measured on 2026-11-22 in Chromium 156 (headless), Node 24, 2 × A, at a load of 0.5 to 12.",
  );
  expect(page).toContain("| PostHog | 52.2 |    151.7 |         0.0 |");
  expect(page).toContain("| PostHog |    432 |             900 |  4.0 |   108 |  1,088 |");
  expect(page).toContain("| PostHog | 4 → 9 |");
  expect(page).toContain("| client  | 2 × 5 |");
  expect(page).toContain("- PostHog: cdn.example.com");
});

test("a page without losses has neither their section nor the chart", () => {
  const page = renderMarkdown({ ...report, losses: [] });
  expect(page).not.toContain("## What arrives");
  expect(page).not.toContain("client.svg");
});

test("the chart says in text what its colors say", () => {
  const chart = renderChart(report);
  expect(chart).toMatch(/<rect class="some"[^>]*\/><text[^>]*>9<\/text>/u);
  expect(chart).toMatch(/<rect class="none"[^>]*\/><text[^>]*>0<\/text>/u);
  expect(chart).toContain("prefers-color-scheme: dark");
});
