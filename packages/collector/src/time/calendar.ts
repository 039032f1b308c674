/** One hour in milliseconds. */
export const hourMs = 3_600_000;

/** One day in milliseconds. */
export const dayMs = 86_400_000;

/** What one point of a chart stands for. */
export type BucketUnit = "hour" | "day" | "week" | "month";

/**
 * Consecutive hours, days, weeks or months, both ends included. Numbers count from the start of 1970 in UTC, which is the
 * only time zone that the collector knows. Weeks begin on Monday; week 0 is the one that holds the first of January 1970.
 */
export interface Period {
  readonly unit: BucketUnit;
  readonly first: number;
  readonly last: number;
}

const daysInWeek = 7;
const monthsInYear = 12;

/** The first of January 1970 was a Thursday: week 0 began three days before. */
const daysBeforeFirstDay = 3;

/** The number of the UTC hour, day, week or month in which a moment (milliseconds since 1970) lies. */
export function bucketOf(unit: BucketUnit, time: number): number {
  switch (unit) {
    case "hour":
      return Math.floor(time / hourMs);
    case "day":
      return Math.floor(time / dayMs);
    case "week":
      return Math.floor((bucketOf("day", time) + daysBeforeFirstDay) / daysInWeek);
    case "month": {
      const date = new Date(time);
      return (date.getUTCFullYear() - 1970) * monthsInYear + date.getUTCMonth();
    }
  }
}

/** The first millisecond of an hour, day, week or month. */
export function bucketStart(unit: BucketUnit, bucket: number): number {
  switch (unit) {
    case "hour":
      return bucket * hourMs;
    case "day":
      return bucket * dayMs;
    case "week":
      return (bucket * daysInWeek - daysBeforeFirstDay) * dayMs;
    case "month":
      return Date.UTC(1970, bucket);
  }
}

/** How a bucket is written in answers: `2026-11-22T16:00Z`, `2026-11-22` for a day or the Monday of a week, `2026-11`. */
export function bucketLabel(unit: BucketUnit, bucket: number): string {
  const iso = new Date(bucketStart(unit, bucket)).toISOString();
  const date = iso.slice(0, 10);
  const labels = { hour: `${iso.slice(0, 16)}Z`, day: date, week: date, month: iso.slice(0, 7) };
  return labels[unit];
}

/** The first moment of a period and the first after it, in milliseconds since 1970. */
export function periodTimes({ unit, first, last }: Period): { from: number; before: number } {
  return { from: bucketStart(unit, first), before: bucketStart(unit, last + 1) };
}

/** The UTC days of a period of days, weeks or months; the days that a period of hours touches. */
export function daysOf(period: Period): Period {
  const { from, before } = periodTimes(period);
  return { unit: "day", first: bucketOf("day", from), last: bucketOf("day", before - 1) };
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

/** Whether a bucket, of the unit of a period, is in it. */
export function isWithin({ first, last }: Period, bucket: number): boolean {
  return bucket >= first && bucket <= last;
}

/** Every bucket of a period, in order. */
export function bucketsOf({ first, last }: Period): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
