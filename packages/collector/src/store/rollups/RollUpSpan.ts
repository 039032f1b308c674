import type { BucketUnit } from "../../time/calendar.ts";

/** The units that roll-ups are kept for; hours are counted from the events. */
export type RollUpUnit = Exclude<BucketUnit, "hour">;

/** Units by number, which stays what it is for good: databases hold it. */
export const rollUpUnits: readonly RollUpUnit[] = ["day", "week", "month"];

/** Consecutive buckets of one unit, both ends included. */
export interface RollUpSpan {
  readonly unit: RollUpUnit;
  readonly first: number;
  readonly last: number;
}
