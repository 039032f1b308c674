import { queueBytes, queueEvents, utf8Length } from "@action-telemetry/event-schema";
import type { DropCounts } from "./DropCounts.ts";
import type { QueueRow, StoredRow } from "./QueueStore.ts";
import { readRow } from "./readRow.ts";

/** Rows put in order. */
export interface TrimmedRows {
  /** Those that hold something, as they now are. */
  readonly rows: readonly QueueRow[];
  /** Those that must be written so, or deleted. */
  readonly changed: readonly QueueRow[];
  /** Why. */
  readonly dropped: DropCounts;
  /** How many events there are now, those of rows that were not given counted as one each. */
  readonly left: number;
}

/**
 * Tells sound events from damaged or forged ones, and from the oldest, which must make room when a
 * queue is beyond its limits.
 *
 * @param stored - The oldest rows of the queue.
 * @param count - How many rows there are in all.
 * @param isFree - Whether nobody is sending a row.
 */
export function trimRows(
  stored: readonly StoredRow[],
  count: number,
  isFree: (id: string) => boolean,
): TrimmedRows {
  const read = stored.map((row) => ({ id: row.id as string, ...readRow(row) }));
  const texts = read.flatMap((row) => row.texts);
  let left = count - stored.length + texts.length;
  let bytes = texts.reduce((sum, text) => sum + utf8Length(text), 0);
  let full = 0;
  let corrupt = 0;
  const rows: QueueRow[] = [];
  const changed: QueueRow[] = [];
  for (const { id, texts: own, damaged } of read) {
    let gone = 0;
    while (gone < own.length && (left > queueEvents || bytes > queueBytes) && isFree(id)) {
      bytes -= utf8Length(own[gone] as string);
      left -= 1;
      gone += 1;
    }
    const row = { id, text: own.slice(gone).join("\n") };
    if (row.text !== "") rows.push(row);
    if (gone + damaged > 0) changed.push(row);
    full += gone;
    corrupt += damaged;
  }
  return { rows, changed, dropped: { "queue-full": full, "storage-corrupt": corrupt }, left };
}
