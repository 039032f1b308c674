import { isEventId } from "@action-telemetry/event-schema";
import { deriveEventId } from "../ingest/deriveEventId.ts";
import { dayMs } from "../time/calendar.ts";

/**
 * The ID of an event: the client's own if it is one; otherwise one that follows from whatever the client tells it
 * apart by, the same on the same day, so that what is sent again counts once.
 *
 * @param now - Milliseconds since 1970.
 */
export function toEventId(given: unknown, distinction: string, now: number): string {
  if (isEventId(given)) return given;
  return deriveEventId(Math.floor(now / dayMs) * dayMs, distinction);
}
