import { createHash } from "node:crypto";
import { isEventId } from "@action-telemetry/event-schema";
import { dayMs } from "../time/calendar.ts";

/**
 * The ID of an event: the client's own if it is one; otherwise one that follows from whatever the client tells it
 * apart by, the same on the same day, so that what is sent again counts once.
 *
 * @param now - Milliseconds since 1970.
 */
export function toEventId(given: unknown, distinction: string, now: number): string {
  if (isEventId(given)) return given;
  const digits = createHash("sha256").update(distinction).digest("hex");
  const time = (Math.floor(now / dayMs) * dayMs).toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${digits.slice(0, 3)}-8${digits.slice(3, 6)}-${digits.slice(6, 18)}`;
}
