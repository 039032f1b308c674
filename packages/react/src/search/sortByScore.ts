import { highestScore } from "./scoreEntry.ts";
import type { SearchPass } from "./searchEntries.ts";

/** Differences smaller than this are none: such matches keep the order of their entries. */
const step = 1 / 2000;
/** What being preferred adds at most: less than what sets a good match off from a fair one. */
const liftWeight = 0.08;
const buckets = Math.ceil((highestScore + liftWeight) / step) + 1;

/**
 * The matches of a pass, the best first: in time that grows with their number alone.
 *
 * @param liftOf - How much an entry is preferred, from 0 to 1.
 */
export function sortByScore(
  { matches, scores }: SearchPass,
  liftOf: ((entry: number) => number) | undefined,
): Uint32Array {
  const starts = new Uint32Array(buckets + 1);
  const bucketByIndex = new Uint16Array(matches.length);
  for (let index = 0; index < matches.length; index += 1) {
    const lift = liftOf === undefined ? 0 : liftWeight * liftOf(matches[index] ?? 0);
    const bucket = buckets - 1 - Math.round(((scores[index] ?? 0) + lift) / step);
    bucketByIndex[index] = bucket;
    starts[bucket + 1] = (starts[bucket + 1] ?? 0) + 1;
  }
  for (let bucket = 1; bucket <= buckets; bucket += 1) {
    starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0);
  }
  const sorted = new Uint32Array(matches.length);
  for (let index = 0; index < matches.length; index += 1) {
    const bucket = bucketByIndex[index] ?? 0;
    const place = starts[bucket] ?? 0;
    sorted[place] = matches[index] ?? 0;
    starts[bucket] = place + 1;
  }
  return sorted;
}
