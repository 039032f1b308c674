import type { QueueRow } from "./QueueStore.ts";

/**
 * Events in one row. A thousand at once are still written in a moment, and no more than these wait
 * because one of them is on its way.
 */
const rowEvents = 100;

/** Packs events, each a row of its own, into as few rows as may be. */
export function packRows(events: readonly QueueRow[]): readonly QueueRow[] {
  const rows: QueueRow[] = [];
  for (let from = 0; from < events.length; from += rowEvents) {
    const packed = events.slice(from, from + rowEvents);
    const text = packed.map((event) => event.text).join("\n");
    rows.push({ id: (packed[0] as QueueRow).id, text });
  }
  return rows;
}
