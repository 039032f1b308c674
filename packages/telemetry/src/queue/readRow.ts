import { isEventId, type TelemetryEvent } from "@action-telemetry/event-schema";
import { writeEvent } from "../recorder/writeEvent.ts";
import type { StoredRow } from "./QueueStore.ts";

/** No event that was recorded here is longer; more was not written by this package. */
const maxText = 4096;

/**
 * Reads a stored row back, or nothing if it is damaged or forged: what this package has written is
 * what it would write again, to the letter. The ID is the key by which an event will be removed; under
 * another key it would never go.
 */
export function readRow({ key, text }: StoredRow): TelemetryEvent | undefined {
  if (typeof text !== "string" || text.length > maxText) return undefined;
  try {
    const event = JSON.parse(text) as TelemetryEvent;
    const { id, name } = event;
    const time = new Date(event.time).toISOString();
    const isSound = id === key && isEventId(id);
    return isSound && writeEvent(id, time, name, event, () => undefined, event) === text
      ? event
      : undefined;
  } catch {
    return undefined;
  }
}
