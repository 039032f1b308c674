import type { QueueRow } from "./QueueStore.ts";

/**
 * Events in one row. A thousand at once are still written in a moment, and no more than these wait
 * because one of them is on its way.
 */
const rowEvents = 100;

/** Packs events, each a row of its own, into as few rows as may be. */
export function packRows(events: readonly QueueRow[]): readonly QueueRow[] {
  const rows: { id: string; text: string }[] = [];
  for (const [index, { id, text }] of events.entries()) {
    const last = rows.at(-1);
    if (last === undefined || index % rowEvents === 0) rows.push({ id, text });
    else last.text += `\n${text}`;
  }
  return rows;
}
