import { type Period, bucketLabel, bucketStart, bucketsOf, daysOf } from "../time/calendar.ts";
import type { Axis } from "./answers/counts.ts";

/**
 * The time axis of a period.
 *
 * @param now - Milliseconds since 1970.
 */
export function axisOf(period: Period, now: number): Axis {
  const days = daysOf(period);
  return {
    from: bucketLabel("day", days.first),
    to: bucketLabel("day", days.last),
    unit: period.unit,
    isOpen: bucketStart(period.unit, period.last + 1) > now,
    buckets: bucketsOf(period).map((bucket) => bucketLabel(period.unit, bucket)),
  };
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

/** The same course in few numbers: neighbours are added up. */
export function shorten(values: readonly number[]): readonly number[] {
  const size = Math.ceil(values.length / trendLength);
  if (size <= 1) return values;
  return Array.from({ length: Math.ceil(values.length / size) }, (_, index) =>
    values.slice(index * size, (index + 1) * size).reduce((sum, value) => sum + value, 0),
  );
}

/** The last moment of a period, or this one if the period is not over (milliseconds since 1970). */
export function endOf(period: Period, now: number): number {
  return Math.min(bucketStart(period.unit, period.last + 1) - 1, now);
}
