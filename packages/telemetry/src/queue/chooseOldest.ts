import { limits, utf8Length } from "@action-telemetry/event-schema";
import type { StoredRow } from "./QueueStore.ts";

/** Up to this number of rows their size cannot exceed `limits.queueBytes`: none is over 1.7 KB. */
export const alwaysFits = 600;

/**
 * The keys of those oldest rows that must go for a queue to keep within its limits.
 *
 * @param rows - The oldest rows of the queue.
 * @param newer - How many more there are, all newer than these.
 */
export function chooseOldest(rows: readonly StoredRow[], newer = 0): readonly unknown[] {
  let first = rows.length;
  let bytes = 0;
  while (first > 0 && rows.length - first + newer < limits.queueEvents) {
    bytes += textBytes(rows[first - 1]?.text);
    if (bytes > limits.queueBytes) break;
    first -= 1;
  }
  return rows.slice(0, first).map((row) => row.key);
}

function textBytes(text: unknown): number {
  return typeof text === "string" ? utf8Length(text) : 0;
}
