import {
  type Period,
  bucketLabel,
  bucketOf,
  bucketStart,
  bucketsOf,
  daysOf,
} from "../time/calendar.ts";
import type { Axis } from "./answers/counts.ts";

/**
 * The time axis of a period.
 *
 * @param now - Milliseconds since 1970.
 */
export function axisOf(period: Period, now: number): Axis {
  return {
    ...endsOf(daysOf(period)),
    unit: period.unit,
    ...progressOf(period, now),
    buckets: bucketsOf(period).map((bucket) => bucketLabel(period.unit, bucket)),
  };
}

/** How many buckets of a period, from the first one, have begun, and how many of them are over. */
function progressOf({ unit, first, last }: Period, now: number) {
  const passed = bucketOf(unit, now) - first;
  const clamp = (count: number) => Math.min(Math.max(0, count), last - first + 1);
  return { complete: clamp(passed), begun: clamp(passed + 1) };
}

/** One number for every bucket of the period; 0 where nothing happened. */
export function dense<Field extends "executions" | "users">(
  period: Period,
  points: readonly ({ readonly bucket: number } & Readonly<Record<Field, number>>)[],
  field: Field,
): readonly number[] {
  const valueByBucket = new Map(points.map((point) => [point.bucket, point[field]]));
  return bucketsOf(period).map((bucket) => valueByBucket.get(bucket) ?? 0);
}

/** The most numbers of a trend. */
const trendLength = 60;

/** The same course in few numbers: as many neighbours each are added up. What is left over at the beginning is left out. */
export function shorten(values: readonly number[]): readonly number[] {
  const size = Math.max(1, Math.ceil(values.length / trendLength));
  const skipped = values.length % size;
  return Array.from({ length: Math.floor(values.length / size) }, (_, index) =>
    values
      .slice(skipped + index * size, skipped + (index + 1) * size)
      .reduce((sum, value) => sum + value, 0),
  );
}

/** The first and the last hour of a period of hours, otherwise its first and last day. */
export function endsOf(period: Period): { readonly from: string; readonly to: string } {
  const { unit, first, last } = period.unit === "hour" ? period : daysOf(period);
  return { from: bucketLabel(unit, first), to: bucketLabel(unit, last) };
}

/** The last moment of a period, or this one if the period is not over (milliseconds since 1970). */
export function endOf(period: Period, now: number): number {
  return Math.min(bucketStart(period.unit, period.last + 1) - 1, now);
}
