import { openSqliteStore } from "@action-telemetry/collector";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "playwright";
import { launchOptions } from "../client/browser/launchOptions.ts";
import { buildCollector } from "../collector/buildCollector.ts";
import { fillStore } from "../collector/fillStore.ts";
import { startServer } from "../collector/startServer.ts";
import { buildPage } from "./buildPage.ts";
import { openView } from "./openView.ts";
import type { PageBenchmarkOptions } from "./PageBenchmarkOptions.ts";
import type { PageOpening } from "./PageOpening.ts";
import { type PageView, pageViews } from "./PageView.ts";

/** How a view opens. */
export interface PageViewResult {
  readonly view: PageView;
  /** Before a collector that has just been started. */
  readonly cold: readonly PageOpening[];
  /** Before one that has been asked the same before. */
  readonly warm: readonly PageOpening[];
}

const token = "token-of-the-benchmark";
const batchSize = 50;
const days = 365;

/**
 * Fills a database unless there is one, and opens every view over it.
 *
 * @param say - Takes a line about what has just been done.
 */
export async function runPageBenchmark(
  options: PageBenchmarkOptions,
  say: (line: string) => void,
): Promise<readonly PageViewResult[]> {
  await buildCollector();
  await buildPage();
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), "bench-page-")));
  try {
    await fill(folder, options.events, say);
    const browser = await chromium.launch(launchOptions);
    try {
      const results: PageViewResult[] = [];
      for (const view of pageViews) {
        results.push(await measureView(browser, folder, view, options.rounds));
        say(view.name);
      }
      return results;
    } finally {
      await browser.close();
    }
  } finally {
    if (options.folder === undefined) await rm(folder, { recursive: true });
  }
}

async function fill(folder: string, events: number, say: (line: string) => void): Promise<void> {
  const path = join(folder, "events.db");
  if (existsSync(path)) return;
  await mkdir(folder, { recursive: true });
  const store = openSqliteStore(path);
  await fillStore(store, { events, size: batchSize, days, now: Date.now(), seed: 1 });
  await store.close();
  say(`${events} events stored`);
}

async function measureView(
  browser: Browser,
  folder: string,
  view: PageView,
  rounds: number,
): Promise<PageViewResult> {
  const cold: PageOpening[] = [];
  const warm: PageOpening[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const server = await startServer({
      DATA_DIR: folder,
      ADMIN_TOKEN: token,
      RETENTION_DAYS: String(2 * days),
    });
    const entrance = { url: `http://127.0.0.1:${server.port}`, token };
    try {
      cold.push(await openView(browser, entrance, view));
      for (let again = 1; round === rounds && again <= rounds; again += 1) {
        warm.push(await openView(browser, entrance, view));
      }
    } finally {
      await server.stop();
    }
  }
  return { view, cold, warm };
}
