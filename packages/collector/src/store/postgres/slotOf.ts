import { dayMs } from "../../time/calendar.ts";
import { uuidTimeOf } from "../bytes/uuid.ts";

/** How many days of event IDs have a partition of their own before a partition is used again. */
const slotCount = 128;

/** Of IDs that carry no time. */
export const undatedSlot = -1;

/**
 * The partition of an event: the day in its ID (a UUID of version 7), in a ring of 128 days. It follows from the ID alone,
 * so that an ID is unique over all partitions, and whatever time a client makes up, there are never more of them.
 */
export function slotOf(eventId: string): number {
  if (eventId[14] !== "7") return undatedSlot;
  return slotOfDay(Math.floor(uuidTimeOf(eventId) / dayMs));
}

/** The partition of the IDs that are made on a UTC day. */
export function slotOfDay(day: number): number {
  return day % slotCount;
}
