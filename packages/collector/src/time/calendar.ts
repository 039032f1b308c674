/** One hour in milliseconds. */
export const hourMs = 3_600_000;

/** One day in milliseconds. */
export const dayMs = 86_400_000;

/** What one point of a chart stands for. */
export type BucketUnit = "hour" | "day";

/**
 * Consecutive hours or days, both ends included. Numbers count from the start of 1970 in UTC, which
 * is the only time zone that the collector knows.
 */
export interface Period {
  readonly unit: BucketUnit;
  readonly first: number;
  readonly last: number;
}

const lengthMs: Readonly<Record<BucketUnit, number>> = { hour: hourMs, day: dayMs };

/** The number of the UTC hour or day in which a moment (milliseconds since 1970) lies. */
export function bucketOf(unit: BucketUnit, time: number): number {
  return Math.floor(time / lengthMs[unit]);
}

/** The first millisecond of an hour or day. */
export function bucketStart(unit: BucketUnit, bucket: number): number {
  return bucket * lengthMs[unit];
}

/** How a bucket is written in answers: `2026-11-22`, or `2026-11-22T16:00Z` for an hour. */
export function bucketLabel(unit: BucketUnit, bucket: number): string {
  const iso = new Date(bucketStart(unit, bucket)).toISOString();
  return unit === "day" ? iso.slice(0, 10) : `${iso.slice(0, 16)}Z`;
}

/** The period that ends with the bucket of `now` and has `count` buckets. */
export function periodEndingNow(unit: BucketUnit, count: number, now: number): Period {
  const last = bucketOf(unit, now);
  return { unit, first: last - count + 1, last };
}

/** The period of the same length right before. */
export function periodBefore({ unit, first, last }: Period): Period {
  return { unit, first: first - (last - first + 1), last: first - 1 };
}

/** Every bucket of a period, in order. */
export function bucketsOf({ first, last }: Period): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
