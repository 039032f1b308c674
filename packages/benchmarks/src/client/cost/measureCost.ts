import { type BrowserContext, chromium, type Page } from "playwright";
import { launchOptions } from "../browser/launchOptions.ts";
import type { Strangers } from "../browser/Strangers.ts";
import type { CallTimes } from "../pages/driver.ts";
import type { Peer } from "../peers/Peer.ts";
import { type PageFiles, pagePaths } from "../receiver/PageFiles.ts";
import { Receiver } from "../receiver/Receiver.ts";
import type { CostResult } from "./CostResult.ts";
import { quantile } from "./quantile.ts";

/** What a measurement needs. */
export interface CostOptions {
  readonly peer: Peer;
  readonly files: PageFiles;
  readonly strangers: Strangers;
  /** Whether to be content with fewer calls. */
  readonly isQuick: boolean;
}

/** Calls between two looks at the clock, which is precise to 5 µs. */
const callsPerGroup = 10;
const tricklePauseMs = 10;
/** For the client to send the rest, in milliseconds. */
const trickleRestMs = 3000;

/** Times the calls of one client in a browser of its own, its instance being well. */
export async function measureCost(options: CostOptions): Promise<CostResult> {
  const { peer, files, strangers, isQuick } = options;
  const receiver = await Receiver.open(peer, files);
  const browser = await chromium.launch(launchOptions);
  try {
    const context = await browser.newContext();
    strangers.watch(context);
    const url = `${receiver.origin}${pagePaths.client}?isolated`;
    const groups = isQuick ? 40 : 200;
    const times = await timeCalls(context, url, groups);
    return {
      peer: peer.id,
      median: quantile(times.record, 0.5),
      p95: quantile(times.record, 0.95),
      pushMedian: quantile(times.push, 0.5),
      mainThread: await measureMainThread(context, url, isQuick ? 100 : 400),
    };
  } finally {
    await browser.close();
    await receiver.close();
  }
}

async function timeCalls(context: BrowserContext, url: string, groups: number): Promise<CallTimes> {
  const page = await openPage(context, url);
  // Nobody's first calls count: the engine has yet to compile them.
  await page.evaluate(`driver.time(20, ${callsPerGroup})`);
  const times = await page.evaluate<CallTimes>(`driver.time(${groups}, ${callsPerGroup})`);
  await page.close();
  return times;
}

/** The difference between a page that records now and then and the same page at rest. */
async function measureMainThread(
  context: BrowserContext,
  url: string,
  events: number,
): Promise<number> {
  const page = await openPage(context, url);
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable");
  const taskSeconds = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN;
  };
  const spend = async (isIdle: boolean) => {
    const start = await taskSeconds();
    await page.evaluate(`driver.trickle(${events}, ${tricklePauseMs}, ${isIdle})`);
    await page.waitForTimeout(trickleRestMs);
    return (await taskSeconds()) - start;
  };
  await page.evaluate(`driver.trickle(50, ${tricklePauseMs}, false)`);
  const idle = await spend(true);
  const busy = await spend(false);
  await page.close();
  return (Math.max(0, busy - idle) / events) * 1_000_000;
}

async function openPage(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForTimeout(1000);
  return page;
}
