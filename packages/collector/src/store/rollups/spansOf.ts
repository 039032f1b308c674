import { bucketOf, bucketStart, daysOf, type Period } from "../../time/calendar.ts";
import type { RollUpSpan, RollUpUnit } from "./RollUpSpan.ts";

/** Longest first. */
const longerUnits: readonly RollUpUnit[] = ["month", "week"];

/** The days of a period as few buckets: whole months, then whole weeks, then what is left of days. */
export function spansOf(period: Period): readonly RollUpSpan[] {
  const { first, last } = daysOf(period);
  return split(first, last, longerUnits);
}

function split(first: number, last: number, units: readonly RollUpUnit[]): readonly RollUpSpan[] {
  if (first > last) return [];
  const [unit, ...shorter] = units;
  if (unit === undefined) return [{ unit: "day", first, last }];
  const start = bucketOf(unit, bucketStart("day", first) - 1) + 1;
  const end = bucketOf(unit, bucketStart("day", last + 1)) - 1;
  if (start > end) return split(first, last, shorter);
  return [
    ...split(first, dayAt(unit, start) - 1, shorter),
    { unit, first: start, last: end },
    ...split(dayAt(unit, end + 1), last, shorter),
  ];
}

function dayAt(unit: RollUpUnit, bucket: number): number {
  return bucketOf("day", bucketStart(unit, bucket));
}
