import {
  isEventId,
  queueBytes,
  queueEvents,
  type TelemetryEvent,
} from "@action-telemetry/event-schema";
import { writeEvent } from "../recorder/writeEvent.ts";
import type { StoredRow } from "./QueueStore.ts";

/** What a stored row holds. */
export interface ReadRow {
  /** The texts that are sound, oldest first. */
  readonly texts: readonly string[];
  /** How many are not. */
  readonly damaged: number;
}

/** No row that was written here is as long, in characters. */
const tooLong = 2 * queueBytes;

const unread: ReadRow = { texts: [], damaged: 1 };

/**
 * Reads a stored row back, each of its events for itself: one that is damaged or forged does not take
 * the others along. A row beyond what this package writes, or under a key that is none, is not looked
 * into, and counts as one.
 */
export function readRow({ id, text }: StoredRow): ReadRow {
  if (!isEventId(id) || typeof text !== "string" || text.length >= tooLong) return unread;
  const lines = text.split("\n", queueEvents + 1);
  if (lines.length > queueEvents) return unread;
  const texts = lines.filter(isEventText);
  return { texts, damaged: lines.length - texts.length };
}

/** What this package has written is what it would write again, to the letter. */
function isEventText(text: string): boolean {
  let again: string | undefined;
  try {
    const event = JSON.parse(text) as TelemetryEvent;
    const { id, name } = event;
    const time = new Date(event.time).toISOString();
    if (isEventId(id)) again = writeEvent(id, time, name, event, () => undefined, event);
  } catch {
    // What cannot be read was not written here.
  }
  return again === text;
}
