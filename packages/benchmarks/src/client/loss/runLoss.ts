import type { LossResult } from "./LossResult.ts";
import { runTrial, type TrialOptions } from "./runTrial.ts";
import type { Scenario } from "./Scenario.ts";

/** What to run, and how many at a time. */
export interface LossOptions {
  readonly contenders: readonly Contender[];
  readonly scenarios: readonly Scenario[];
  readonly counts: readonly number[];
  readonly workers: number;
  /** Called after every trial. */
  readonly onResult: (outcome: TrialOutcome, done: number, total: number) => void;
}

/** What every trial of a client needs. */
type Contender = Pick<TrialOptions, "peer" | "files" | "strangers">;

/** A trial that is over. */
export interface TrialOutcome extends TrialOptions {
  readonly result: LossResult;
}

/** Outages are waiting and little else, so many of them fit side by side. */
const outageWorkersFactor = 4;
/** Nothing takes longer than this, in milliseconds, unless a browser hangs. */
const trialLimitMs = 300_000;

/** Runs every client through every scenario with every count. A trial that breaks becomes a result that says so. */
export async function runLoss(options: LossOptions): Promise<readonly LossResult[]> {
  const isWaiting = (scenario: Scenario) => scenario.patienceMs > 10_000;
  const trials = options.scenarios
    .flatMap((scenario) => options.counts.map((count) => ({ scenario, count })))
    .flatMap((trial) => options.contenders.map((contender) => ({ ...trial, ...contender })));
  const results: LossResult[] = [];
  const work = async (queue: TrialOptions[]) => {
    for (let trial = queue.shift(); trial !== undefined; trial = queue.shift()) {
      const result = await attempt(trial);
      results.push(result);
      options.onResult({ ...trial, result }, results.length, trials.length);
    }
  };
  const waiting = trials.filter(({ scenario }) => isWaiting(scenario));
  await inParallel(options.workers * outageWorkersFactor, () => work(waiting));
  // Apart from the others: what a client does in its last moments must not wait for a processor.
  const brief = trials.filter(({ scenario }) => !isWaiting(scenario));
  await inParallel(options.workers, () => work(brief));
  return results;
}

async function attempt(options: TrialOptions): Promise<LossResult> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("It took too long.")), trialLimitMs);
  });
  try {
    return await Promise.race([runTrial(options), limit]);
  } catch (error) {
    return {
      peer: options.peer.id,
      scenario: options.scenario.id,
      count: options.count,
      recorded: 0,
      atOnce: 0,
      inTheEnd: 0,
      duplicatesOnTheWire: 0,
      duplicatesStored: 0,
      failure: error instanceof Error ? error.message : String(error),
    };
  } finally {
    clearTimeout(timer);
  }
}

async function inParallel(workers: number, work: () => Promise<void>): Promise<void> {
  await Promise.all(Array.from({ length: workers }, work));
}
