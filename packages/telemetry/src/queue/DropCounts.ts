import { droppedReasons } from "@action-telemetry/event-schema";

/**
 * Losses by reason. `arguments-…` counts events that were kept without their arguments; every other
 * reason counts events that are gone.
 */
export type DropCounts = Readonly<Record<string, number>>;

/**
 * Adds counts, or takes away those that have been reported; what reaches nought disappears. Beyond the
 * number of reasons that a batch may name, new ones count as `other`.
 */
export function addDrops(counts: DropCounts, added: DropCounts, factor: 1 | -1 = 1): DropCounts {
  // A map, because `constructor` is a possible reason.
  const sum = new Map(Object.entries(counts));
  for (const [reason, count] of Object.entries(added)) {
    const key = sum.has(reason) || sum.size < droppedReasons - 1 ? reason : "other";
    const total = (sum.get(key) ?? 0) + factor * count;
    if (total > 0) sum.set(key, total);
    else sum.delete(key);
  }
  return Object.fromEntries(sum);
}

/** Whether anything has been lost. */
export function hasDrops(counts: DropCounts): boolean {
  return Object.keys(counts).length > 0;
}
