import type { Scenario } from "../loss/Scenario.ts";
import type { Peer } from "../peers/Peer.ts";

/** The parts of the benchmark, in the order in which they run. */
export const parts = ["size", "cost", "loss"] as const;
export type Part = (typeof parts)[number];

/** What to measure. */
export interface ClientBenchmarkOptions {
  readonly peers: readonly Peer[];
  readonly scenarios: readonly Scenario[];
  /** Events a trial. */
  readonly counts: readonly number[];
  readonly parts: readonly Part[];
  /** Fewer calls in the cost part. */
  readonly isQuick: boolean;
  /** Browsers at a time in the loss part. */
  readonly workers: number;
  /** Where the report goes; the terminal when absent. */
  readonly output?: string | undefined;
}
