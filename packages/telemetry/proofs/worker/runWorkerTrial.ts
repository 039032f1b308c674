import { rm } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { Browser } from "../kill/Browser.ts";
import { Instance } from "../kill/Instance.ts";
import type { TrialResult } from "../kill/runTrial.ts";
import { buildExtension } from "./buildExtension.ts";
import type { WorkerEnding } from "./WorkerEnding.ts";
import { WorkerPage } from "./WorkerPage.ts";

/** How long the next worker may take to deliver what an earlier one left, in milliseconds. */
const patience = 20_000;

/** Lets a worker record and end, starts it again, and counts. */
export async function runWorkerTrial(ending: WorkerEnding, count: number): Promise<TrialResult> {
  const instance = await Instance.start("");
  const folder = await buildExtension(instance.origin);
  const args = [`--disable-extensions-except=${folder}`, `--load-extension=${folder}`];
  const browser = await Browser.start(args);
  try {
    await ending.end(await WorkerPage.open(browser), count, browser, instance);
    const atOnce = instance.arrivals.size;
    await browser.restart();
    const next = await WorkerPage.open(browser);
    await Promise.race([instance.arrival(count), sleep(patience)]);
    const kept = (await next.ask("inspect")) as {
      readonly queue: readonly unknown[];
      readonly dropped: Readonly<Record<string, number>>;
    };
    return {
      atOnce,
      inTheEnd: instance.arrivals.size,
      repeats: instance.repeats,
      dropped: Object.values(kept.dropped).reduce((sum, dropped) => sum + dropped, 0),
      left: kept.queue.length,
    };
  } finally {
    await browser.dispose();
    await rm(folder, { recursive: true, force: true });
    instance.stop();
  }
}
