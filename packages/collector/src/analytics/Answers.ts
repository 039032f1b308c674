import type { KeyCount, Totals } from "../store/Selection.ts";
import type { StoredError } from "../store/StoredError.ts";
import type { StoredEvent } from "../store/StoredEvent.ts";
import type { Tally } from "../store/EventRecord.ts";
import type { ForwardCounts } from "../errors/ErrorForwarder.ts";
import type { AnalyticsRange } from "./AnalyticsRange.ts";
import type { BucketUnit } from "../time/calendar.ts";

/** The time axis of an answer. */
export interface Axis {
  readonly range: AnalyticsRange;
  readonly unit: BucketUnit;
  /** `2026-11-22`, or `2026-11-22T16:00Z`; in order, without gaps. */
  readonly buckets: readonly string[];
}

/** `GET executions`: one row of numbers for each value, as long as `buckets`. */
export interface ExecutionsAnswer extends Axis {
  readonly series: readonly { readonly key: string; readonly executions: readonly number[] }[];
}

/** `GET users`: distinct users in each bucket. */
export interface UsersAnswer extends Axis {
  readonly users: readonly number[];
}

/** `GET breakdown`: counts by value over the whole range. */
export interface BreakdownAnswer extends Axis {
  readonly rows: readonly KeyCount[];
}

/** One action with everything that its row in the table shows. */
export interface ActionRow {
  readonly id: string;
  readonly executions: number;
  readonly users: number;
  /** Of all executions in the range, 0 to 1. */
  readonly share: number;
  readonly surfaces: readonly { readonly surface: string; readonly executions: number }[];
  /** Executions per bucket. */
  readonly trend: readonly number[];
}

/** `GET actions`. */
export interface ActionsAnswer extends Axis {
  readonly actions: readonly ActionRow[];
}

/** `GET overview`: what the page shows above the table, in one answer. */
export interface OverviewAnswer extends Axis {
  readonly totals: Totals;
  /** The period of the same length right before. */
  readonly previous: Totals;
  readonly executions: readonly number[];
  readonly users: readonly number[];
  readonly previousExecutions: readonly number[];
  readonly previousUsers: readonly number[];
  readonly surfaces: readonly KeyCount[];
  readonly triggers: readonly KeyCount[];
  readonly sources: readonly KeyCount[];
  readonly platforms: readonly KeyCount[];
  /** Events that are no actions, such as `hover`. */
  readonly otherEvents: readonly KeyCount[];
  readonly tallies: readonly Tally[];
}

/** `GET events`: the events stored last, newest first. */
export interface EventsAnswer {
  readonly events: readonly StoredEvent[];
}

/** `GET errors`: the error reports kept last, newest first. */
export interface ErrorsAnswer {
  readonly errors: readonly StoredError[];
  /** What became of reports since the collector started, where they are forwarded; null where they are kept. */
  readonly forwarded: ForwardCounts | null;
}
