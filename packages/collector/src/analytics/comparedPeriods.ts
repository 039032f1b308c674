import { type Period, bucketOf, bucketStart, periodBefore } from "../time/calendar.ts";

/** Parts of a period and of the one before it that can be compared: as much of both. */
export interface ComparedPeriods {
  readonly current: Period;
  readonly before: Period;
}

/**
 * What of a period is compared with the one before it: all of it once it is over; else what is over of it, in whole hours
 * where it is one of hours, in whole days otherwise. The period before is cut off at the same place, as many hours or days
 * after the beginning of the bucket that stands for the one under way, or at the end of a month that is shorter.
 *
 * @param now - Milliseconds since 1970.
 * @returns Nothing where nothing of the period is over.
 */
export function comparedPeriods(period: Period, now: number): ComparedPeriods | undefined {
  const { unit, first, last } = period;
  const before = periodBefore(period);
  if (bucketStart(unit, last + 1) <= now) return { current: period, before };
  const step = unit === "hour" ? "hour" : "day";
  const startOf = (bucket: number) => bucketOf(step, bucketStart(unit, bucket));
  const open = bucketOf(unit, now);
  const twin = open - (first - before.first);
  const passed = bucketOf(step, now) - startOf(open);
  if (open < first || (open === first && passed === 0)) return undefined;
  if (passed === 0) {
    return {
      current: { unit, first, last: open - 1 },
      before: { unit, first: before.first, last: twin - 1 },
    };
  }
  const cut = Math.min(startOf(twin) + passed, startOf(twin + 1));
  return {
    current: { unit: step, first: startOf(first), last: startOf(open) + passed - 1 },
    before: { unit: step, first: startOf(before.first), last: cut - 1 },
  };
}

/** What of a period comes after a part at its beginning; nothing where that is all of it. */
export function restOf({ unit, last }: Period, part: Period): Period | undefined {
  const first = part.last + 1;
  const end = bucketOf(part.unit, bucketStart(unit, last + 1) - 1);
  return first > end ? undefined : { unit: part.unit, first, last: end };
}
