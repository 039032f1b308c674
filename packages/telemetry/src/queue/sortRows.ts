import type { TelemetryEvent } from "@action-telemetry/event-schema";
import { parseStoredRow } from "./parseStoredRow.ts";
import type { StoredRow } from "./QueueStore.ts";

/** Rows told apart. */
export interface SortedRows {
  readonly events: readonly TelemetryEvent[];
  /** Keys of rows that hold no event. */
  readonly damaged: readonly unknown[];
}

/** Tells events from damaged or forged rows. */
export function sortRows(rows: readonly StoredRow[]): SortedRows {
  const events: TelemetryEvent[] = [];
  const damaged: unknown[] = [];
  for (const row of rows) {
    const event = parseStoredRow(row);
    // The ID is the key by which an event will be removed: under another key it would never go.
    if (event !== undefined && event.id === row.key) events.push(event);
    else damaged.push(row.key);
  }
  return { events, damaged };
}
