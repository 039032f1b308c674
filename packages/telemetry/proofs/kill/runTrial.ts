import { setTimeout as sleep } from "node:timers/promises";
import { Browser } from "./Browser.ts";
import type { Ending } from "./Ending.ts";
import { Instance } from "./Instance.ts";

/** What to try. */
export interface Trial {
  readonly ending: Ending;
  /** How many events the page records. */
  readonly count: number;
  /** Whether it makes its client in the very task that records, so that no database is open yet. */
  readonly isEarly: boolean;
}

/** What became of the events. */
export interface TrialResult {
  /** Different events that had arrived before a page was opened again. */
  readonly atOnce: number;
  /** Different events that had arrived at the end. */
  readonly inTheEnd: number;
  /** How often an event arrived again. */
  readonly repeats: number;
  /** What the client says it lost. */
  readonly dropped: number;
  /** What it still keeps. */
  readonly left: number;
}

/** How long the next page may take to deliver what an earlier one left, in milliseconds. */
const patience = 60_000;

/**
 * Lets a page record and end, opens another, and counts.
 *
 * @param pause - How long to let what is on its way arrive, before and after, in milliseconds.
 */
export async function runTrial(html: string, trial: Trial, pause = 0): Promise<TrialResult> {
  const instance = await Instance.start(html);
  const browser = await Browser.start();
  try {
    const page = await browser.open(`${instance.origin}/${trial.isEarly ? "?later" : ""}`);
    const script = `${trial.isEarly ? "start(); " : ""}record(${trial.count})`;
    await trial.ending.end(page, script, browser, instance);
    await sleep(pause);
    const atOnce = instance.arrivals.size;
    await browser.restart();
    const next = await browser.open(`${instance.origin}/`);
    await Promise.race([instance.arrival(trial.count), sleep(patience)]);
    await sleep(pause);
    await next.evaluate("client.flush()");
    const kept = (await next.evaluate("client.inspect()")) as {
      readonly queue: readonly unknown[];
      readonly dropped: Readonly<Record<string, number>>;
    };
    return {
      atOnce,
      inTheEnd: instance.arrivals.size,
      repeats: instance.repeats,
      dropped: Object.values(kept.dropped).reduce((sum, count) => sum + count, 0),
      left: kept.queue.length,
    };
  } finally {
    await browser.dispose();
    instance.stop();
  }
}
