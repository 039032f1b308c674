import {
  queueBytes,
  queueEvents,
  type TelemetryEvent,
  utf8Length,
} from "@action-telemetry/event-schema";
import type { DropCounts } from "./DropCounts.ts";
import type { StoredRow } from "./QueueStore.ts";
import { readRow } from "./readRow.ts";

/** Rows told apart. */
export interface TrimmedRows {
  readonly events: readonly TelemetryEvent[];
  /** Keys of rows that must go. */
  readonly remove: readonly unknown[];
  /** Why. */
  readonly dropped: DropCounts;
}

/**
 * Tells events from damaged or forged rows, and from the oldest, which must make room when a queue is
 * beyond its limits.
 *
 * @param rows - The oldest rows of the queue.
 * @param count - How many there are in all.
 * @param isFree - Whether nobody is sending an event.
 */
export function trimRows(
  rows: readonly StoredRow[],
  count: number,
  isFree: (id: string) => boolean,
): TrimmedRows {
  const remove: unknown[] = [];
  let bytes = 0;
  const sound = rows.flatMap((row) => {
    const event = readRow(row);
    if (event === undefined) {
      remove.push(row.key);
      return [];
    }
    const size = utf8Length(row.text as string);
    bytes += size;
    return { event, size };
  });
  const corrupt = remove.length;
  let left = count - corrupt;
  const events = sound.flatMap(({ event, size }) => {
    const isSurplus = left > queueEvents || bytes > queueBytes;
    if (!isSurplus || !isFree(event.id)) return event;
    left -= 1;
    bytes -= size;
    remove.push(event.id);
    return [];
  });
  const full = remove.length - corrupt;
  return { events, remove, dropped: { "queue-full": full, "storage-corrupt": corrupt } };
}
