import { parseEvent, type TelemetryEvent } from "@action-telemetry/event-schema";
import type { StoredRow } from "./QueueStore.ts";

/** No event that was recorded here is longer; more was not written by this package. */
const maxText = 4096;

/** Reads a stored row back, or nothing if it is damaged or forged. */
export function parseStoredRow({ text }: StoredRow): TelemetryEvent | undefined {
  if (typeof text !== "string" || text.length > maxText) return undefined;
  try {
    const result = parseEvent(JSON.parse(text));
    return result.ok ? result.value : undefined;
  } catch {
    return undefined;
  }
}
