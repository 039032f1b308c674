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

/** The partition to which small runs of another go when they are joined. */
export function joinedSlotOf(slot: number): number {
  return slot + slotCount + 1;
}

/** Whether a partition holds joined runs. */
export function isJoinedSlot(slot: number): boolean {
  return slot >= slotCount;
}

/** The name of the table of a partition. */
export function partitionOf(slot: number): string {
  const day = isJoinedSlot(slot) ? slot - slotCount - 1 : slot;
  return `${isJoinedSlot(slot) ? "joined_run" : "event_run"}_${day < 0 ? "undated" : day}`;
}
