import type { EventRecord } from "../EventRecord.ts";
import type { EventReference } from "./EventReferences.ts";
import { slotOf, undatedSlot } from "./slotOf.ts";

/** How many events a run has at most: as many as fit into a row that is kept in one piece. */
export const mostEvents = 64;

/** Times that are further apart do not fit into 32 bits, in milliseconds. */
const longest = 2 ** 31 - 1;

/** How many characters of an ID tell in which minute, or about one, it was made: the first 32 bits. */
const minuteLength = 8;

/** Where an event is looked for, by its ID. */
export interface EventPlace {
  /** See `slotOf`. */
  readonly slot: number;
  /** The lowest and the highest ID of its minute; of an ID that tells no time, itself. */
  readonly key: string;
  readonly end: string;
}

/** Events that come one after another and share a row: what they have in common. */
export interface EventRun extends EventPlace {
  /** The place of the first among the events that it came with, from 0. */
  readonly start: number;
  size: number;
  /** Whether each ID is higher than the one before, so that none is there twice. */
  isAscending: boolean;
  person: number;
  readonly origin: number;
  readonly receivedAt: number;
  /** Of the first event; no other occurred before it. */
  readonly occurredAt: number;
  lastOccurredAt: number;
  /** What is to be added to a time by our clock for the client's, in milliseconds. */
  readonly skew: number;
  /** The flags that any of the events has. */
  flags: number;
}

/** Where an event is looked for. */
export function placeOf(id: string): EventPlace {
  const slot = slotOf(id);
  if (slot === undatedSlot) return { slot, key: id, end: id };
  const minute = id.slice(0, minuteLength);
  return {
    slot,
    key: `${minute}-0000-0000-0000-000000000000`,
    end: `${minute}-ffff-ffff-ffff-ffffffffffff`,
  };
}

/** A run that is to begin with an event, and has none yet. @param start - The place of that event, from 0. */
export function startRun(
  start: number,
  { id, occurredAt, clientTime }: EventRecord,
  receivedAt: number,
  { person, origin }: EventReference,
): EventRun {
  return {
    ...placeOf(id),
    start,
    size: 0,
    isAscending: true,
    person,
    origin,
    receivedAt,
    occurredAt,
    lastOccurredAt: occurredAt,
    skew: clientTime - occurredAt,
    flags: 0,
  };
}

/** Whether an event can be the next of a run. */
export function continuesRun(
  run: EventRun,
  { id, occurredAt, clientTime }: EventRecord,
  receivedAt: number,
  { person, origin }: EventReference,
): boolean {
  const elapsed = occurredAt - run.occurredAt;
  return (
    run.size < mostEvents &&
    run.slot !== undatedSlot &&
    id.startsWith("7", versionPosition) &&
    run.key.startsWith(id.slice(0, minuteLength)) &&
    elapsed >= 0 &&
    elapsed <= longest &&
    clientTime - occurredAt === run.skew &&
    receivedAt === run.receivedAt &&
    person === run.person &&
    origin === run.origin
  );
}

/** Where in the text of a UUID its version is. */
const versionPosition = 14;
