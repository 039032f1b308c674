import { limits } from "@action-telemetry/event-schema";

/**
 * Losses by reason. `arguments-…` counts events that were kept without their arguments; every other
 * reason counts events that are gone.
 */
export type DropCounts = Readonly<Record<string, number>>;

/** Adds counts. Beyond the number of reasons that a batch may name, new ones count as `other`. */
export function addDrops(counts: DropCounts, added: DropCounts): DropCounts {
  const sum: Record<string, number> = { ...counts };
  for (const [reason, count] of Object.entries(added)) {
    if (count === 0) continue;
    const known = Object.hasOwn(sum, reason) || Object.keys(sum).length < limits.droppedReasons - 1;
    const key = known ? reason : "other";
    sum[key] = countOf(sum, key) + count;
  }
  return sum;
}

/** Takes away counts that have been reported; what reaches nought disappears. */
export function subtractDrops(counts: DropCounts, reported: DropCounts): DropCounts {
  const rest: Record<string, number> = {};
  for (const [reason, count] of Object.entries(counts)) {
    const left = count - countOf(reported, reason);
    if (left > 0) rest[reason] = left;
  }
  return rest;
}

/** Reads own properties only: `constructor` is a possible reason. */
function countOf(counts: DropCounts, reason: string): number {
  return Object.hasOwn(counts, reason) ? (counts[reason] ?? 0) : 0;
}
