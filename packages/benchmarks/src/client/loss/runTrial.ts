import type { Page } from "playwright";
import { Profile } from "../browser/Profile.ts";
import type { Strangers } from "../browser/Strangers.ts";
import type { Peer } from "../peers/Peer.ts";
import { type PageFiles, pagePaths } from "../receiver/PageFiles.ts";
import { Receiver } from "../receiver/Receiver.ts";
import type { LossResult } from "./LossResult.ts";
import { LossTrial } from "./LossTrial.ts";
import type { Scenario } from "./Scenario.ts";
import { settle } from "./settle.ts";
import { sleep } from "./sleep.ts";

/** What one trial needs. */
export interface TrialOptions {
  readonly peer: Peer;
  readonly files: PageFiles;
  readonly scenario: Scenario;
  readonly count: number;
  readonly strangers: Strangers;
}

/** For a client to finish what it does when a page opens, in milliseconds. */
const startUpMs = 1000;
const afterReopening = { quietMs: 10_000, limitMs: 45_000 };

/** Runs a scenario with a browser, a profile and an instance of its own. */
export async function runTrial(options: TrialOptions): Promise<LossResult> {
  const { peer, files, scenario, count } = options;
  const receiver = await Receiver.open(peer, files);
  try {
    const profile = await Profile.create(options.strangers);
    try {
      const countPerTab = Math.ceil(count / scenario.tabs);
      return await run(new LossTrial(profile, receiver, countPerTab), options);
    } finally {
      await profile.dispose();
    }
  } finally {
    await receiver.close();
  }
}

async function run(trial: LossTrial, { peer, scenario, count }: TrialOptions): Promise<LossResult> {
  const { receiver } = trial;
  const recorded = trial.countPerTab * scenario.tabs;
  await openTabs(trial, scenario);
  await sleep(startUpMs);
  await scenario.disturb(trial);
  const disturbedAt = performance.now();
  await settle(receiver, recorded, {
    quietMs: scenario.patienceMs,
    limitMs: 2 * scenario.patienceMs,
  });
  const atOnce = receiver.distinct();
  const lastArrival = receiver.arrivals.at(-1);
  await scenario.recover?.(trial);
  await openTabs(trial, scenario);
  await sleep(startUpMs);
  await trial.nudge();
  await settle(receiver, recorded, afterReopening);
  const stored = (await receiver.stored()).filter((marker) => marker >= 0);
  return {
    peer: peer.id,
    scenario: scenario.id,
    count,
    recorded,
    atOnce,
    inTheEnd: receiver.distinct(),
    duplicatesOnTheWire: receiver.arrivals.length - receiver.distinct(),
    duplicatesStored: stored.length - new Set(stored).size,
    lastArrivalMs: lastArrival && Math.max(0, lastArrival.at - disturbedAt),
  };
}

async function openTabs(trial: LossTrial, { tabs, isCrossSite }: Scenario): Promise<void> {
  const url = trial.receiver.origin + pagePaths.client + (isCrossSite ? "?cross-site" : "");
  const pages: Page[] = [];
  for (let tab = 0; tab < tabs; tab++) {
    const page = await trial.profile.openPage(url);
    if ((await page.evaluate("typeof record")) !== "function") {
      throw new Error("The page's client did not start.");
    }
    pages.push(page);
  }
  trial.pages = pages;
}
