import type { PageSize } from "../bundle/measureSize.ts";
import type { CostResult } from "../cost/CostResult.ts";
import type { LossResult } from "../loss/LossResult.ts";
import type { Scenario } from "../loss/Scenario.ts";
import type { Peer } from "../peers/Peer.ts";

/** Everything that was measured in one run. */
export interface Report {
  readonly environment: Environment;
  readonly clients: readonly ClientReport[];
  readonly scenarios: readonly Scenario[];
  readonly counts: readonly number[];
  readonly losses: readonly LossResult[];
}

/** On what it was measured. */
export interface Environment {
  /** Such as `2026-11-22`. */
  readonly date: string;
  readonly chromium: string;
  readonly node: string;
  readonly machine: string;
  /** The machine's load averages over a minute: processes that want to run, from the least to the most. */
  readonly load: readonly [least: number, most: number];
}

/** What was measured of one client, apart from losses. */
export interface ClientReport {
  readonly peer: Peer;
  readonly version: string;
  readonly size?: PageSize | undefined;
  readonly cost?: CostResult | undefined;
  /** Hosts that its page tried to reach besides the instance. */
  readonly strangers: readonly string[];
}
