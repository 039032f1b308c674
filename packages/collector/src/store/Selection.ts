import type { Outcome } from "@action-telemetry/event-schema";
import type { Period } from "../time/calendar.ts";
import type { EventKind } from "./EventRecord.ts";

/** The columns by which counts can be split. */
export type Dimension = "name" | "surface" | "trigger" | "source" | "platform";

/** Values that dimensions must have; an absent surface or trigger is the empty string. */
export type Filter = Readonly<Partial<Record<Dimension, string>>>;

/** Which counts are asked for. */
export interface Selection {
  readonly period: Period;
  readonly kind: EventKind;
  /** @default none: everything counts */
  readonly filter?: Filter;
}

/** Counts over a whole period. */
export interface Totals {
  readonly executions: number;
  /** Distinct users, exact. */
  readonly users: number;
  /** Distinct action IDs (or event names). */
  readonly names: number;
  /** Executions by scripts; not part of `executions`. */
  readonly synthetic: number;
}

/** Counts of one hour, day, week or month. Buckets in which nothing happened are left out. */
export interface BucketCount {
  readonly bucket: number;
  readonly executions: number;
  readonly users: number;
}

/** Counts of one value of a dimension; an absent surface or trigger is the empty string. */
export interface KeyCount {
  readonly key: string;
  readonly executions: number;
  readonly users: number;
}

/** Executions of one value of a dimension in one hour, day, week or month. */
export interface KeyBucketCount {
  readonly bucket: number;
  readonly key: string;
  readonly executions: number;
}

/** Executions of one action from one surface. */
export interface SurfaceCount {
  readonly name: string;
  readonly surface: string;
  readonly executions: number;
}

/**
 * How often the executions of one action ended in one way, within one step of `latencyStepOf`. A completion event is named
 * `action.completed`, and says by `of` which event of the same user it completes: it is counted under the name, surface and
 * trigger of that one, or under its own where that one is not stored.
 */
export interface CompletionCount {
  readonly name: string;
  readonly outcome: Outcome;
  /** Index of the step, see `latencyStepOf`; absent where completions carry no duration. */
  readonly step?: number;
  readonly count: number;
}

/** From which day to which a name has been counted, whether its events are still kept or not. */
export interface NameSpan {
  readonly name: string;
  readonly kind: EventKind;
  /** UTC days since 1970. */
  readonly first: number;
  readonly last: number;
  /** Whether an event of it ever carried arguments. */
  readonly hasArguments: boolean;
}
