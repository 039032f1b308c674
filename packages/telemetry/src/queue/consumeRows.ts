import type { TelemetryEvent } from "@action-telemetry/event-schema";
import type { QueueRow } from "./QueueStore.ts";

/** The first events of rows, or all of them. */
export function firstEvents(rows: readonly QueueRow[], most?: number): readonly TelemetryEvent[] {
  const texts = rows.flatMap(({ text }) => text.split("\n"));
  // The texts of events have no line breaks, and a list of them is written with commas.
  return JSON.parse(`[${texts.slice(0, most).join()}]`) as readonly TelemetryEvent[];
}

/** Those of the rows that hold the first `count` events, as they are without them. */
export function without(rows: readonly QueueRow[], count: number): readonly QueueRow[] {
  let left = count;
  const rest: QueueRow[] = [];
  for (const { id, text } of rows) {
    if (left <= 0) break;
    const texts = text.split("\n");
    rest.push({ id, text: texts.slice(left).join("\n") });
    left -= texts.length;
  }
  return rest;
}
