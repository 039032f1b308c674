import type { ClockVerdict } from "../store/EventRecord.ts";
import { dayMs } from "../time/calendar.ts";

/** How far ahead a corrected time may be before it counts as wrong, in milliseconds. */
const futureTolerance = 5 * 60_000;

/** How far back it may be: longer than any client keeps its queue. */
const pastTolerance = 93 * dayMs;

/** The moments that tell when something happened, in milliseconds since 1970. */
export interface ClientTimes {
  /** When it happened, by the client's clock. */
  readonly clientTime: number;
  /** When the batch left, by the same clock. */
  readonly sentAt: number;
  /** When the batch arrived, by ours. */
  readonly receivedAt: number;
}

/** A moment by the collector's clock, and whether it had to be moved. */
export interface CorrectedTime {
  readonly occurredAt: number;
  readonly clock: ClockVerdict;
}

/**
 * Finds out when an event happened by our clock. How long it waited on the client is right even if
 * the client's clock is not, so we count back from the receipt. Nothing can happen after its
 * receipt: a little ahead is set to it in silence, more than five minutes is counted. More than 93
 * days back is set to 93 days, so that nonsense can displace neither today nor any kept day's place.
 */
export function correctTime({ clientTime, sentAt, receivedAt }: ClientTimes): CorrectedTime {
  const occurredAt = clientTime + (receivedAt - sentAt);
  if (occurredAt > receivedAt) {
    const clock = occurredAt - receivedAt > futureTolerance ? "future" : "kept";
    return { occurredAt: receivedAt, clock };
  }
  const earliest = receivedAt - pastTolerance;
  return occurredAt < earliest
    ? { occurredAt: earliest, clock: "past" }
    : { occurredAt, clock: "kept" };
}
