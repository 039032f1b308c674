import {
  isEventId,
  queueBytes,
  queueEvents,
  type TelemetryEvent,
} from "@action-telemetry/event-schema";
import { writeEvent } from "../recorder/writeEvent.ts";
import type { StoredRow } from "./QueueStore.ts";

/** No event that was recorded here is longer; more was not written by this package. */
const maxText = 4096;

/** What a stored row holds. */
export interface ReadRow {
  /** The texts that are sound, oldest first. */
  readonly texts: readonly string[];
  /** How many are not. */
  readonly damaged: number;
}

/**
 * Reads a stored row back, each of its events for itself: one that is damaged or forged does not take
 * the others along. A row beyond what this package writes, or under a key that is none, is not looked
 * into, and counts as one.
 */
export function readRow({ id, text }: StoredRow): ReadRow {
  const isRow = isEventId(id) && typeof text === "string" && text.length < 2 * queueBytes;
  const lines = isRow ? text.split("\n", queueEvents + 1) : [];
  const texts = lines.length > queueEvents ? [] : lines.filter(isEventText);
  return { texts, damaged: lines.length > queueEvents || !isRow ? 1 : lines.length - texts.length };
}

/** What this package has written is what it would write again, to the letter. */
function isEventText(text: string): boolean {
  try {
    const event = text.length > maxText ? undefined : (JSON.parse(text) as TelemetryEvent);
    const { id, name, time } = event as TelemetryEvent;
    const stamp = new Date(time).toISOString();
    return (
      isEventId(id) &&
      writeEvent(id, stamp, name, event as TelemetryEvent, () => undefined, event) === text
    );
  } catch {
    return false;
  }
}
