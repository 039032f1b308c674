import type { Period } from "../time/calendar.ts";
import type { Tally } from "./EventRecord.ts";
import type {
  BucketCount,
  CompletionCount,
  Dimension,
  KeyBucketCount,
  KeyCount,
  NameSpan,
  Selection,
  SurfaceCount,
  Totals,
} from "./Selection.ts";

/** Answers what was counted: from the roll-ups, but for hours. */
export interface CountReader {
  totals(selection: Selection): Promise<Totals>;
  /** Per hour or day, in order. */
  series(selection: Selection): Promise<readonly BucketCount[]>;
  /** Per hour or day and value of a dimension, in order. */
  seriesBy(selection: Selection, dimension: Dimension): Promise<readonly KeyBucketCount[]>;
  /** Most executions first. */
  breakdown(selection: Selection, dimension: Dimension): Promise<readonly KeyCount[]>;
  /** Distinct users of several values of a dimension together. */
  usersOf(selection: Selection, dimension: Dimension, keys: readonly string[]): Promise<number>;
  /** Executions of each action from each surface. */
  surfacesByName(selection: Selection): Promise<readonly SurfaceCount[]>;
  /** How executions ended and how long they took, as far as completion events tell. Sent by few clients. */
  completions(selection: Selection): Promise<readonly CompletionCount[]>;
  /** Every name that was ever counted, in the order of names. */
  names(): Promise<readonly NameSpan[]>;
  /** What was rejected, dropped, moved or sent again on these days; hours are rounded out to days. */
  tallies(period: Period): Promise<readonly Tally[]>;
}
