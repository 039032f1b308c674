import { createHash } from "node:crypto";

/**
 * Makes the ID of an event that has none of its own, a UUID of version 7: the same for the same time and distinction, so
 * that what is sent again counts once.
 *
 * @param time - Milliseconds since 1970.
 * @param distinction - All that tells the event from others.
 */
export function deriveEventId(time: number, distinction: string): string {
  const digits = createHash("sha256").update(distinction).digest("hex");
  const front = time.toString(16).padStart(12, "0");
  return `${front.slice(0, 8)}-${front.slice(8)}-7${digits.slice(0, 3)}-8${digits.slice(3, 6)}-${digits.slice(6, 18)}`;
}
