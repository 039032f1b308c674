import { type BucketUnit, bucketLabel, bucketOf } from "../../time/calendar.ts";

/** The buckets of a range. */
export interface Buckets {
  readonly unit: BucketUnit;
  readonly buckets: readonly string[];
}

/** The label at the same place in the period before, which has as many buckets, right before. */
export function labelBefore({ unit, buckets }: Buckets, index: number): string {
  const bucket = bucketOf(unit, Date.parse(buckets[index] ?? ""));
  return bucketLabel(unit, bucket - buckets.length);
}
