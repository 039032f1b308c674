import type { Outcome } from "@action-telemetry/event-schema";

/**
 * The events of one delivery, field by field: entries at one index belong together. Kept as one row, because what events
 * of a delivery have in common, and times that differ by little, need no room then.
 */
export interface EventColumns {
  /** The first six bytes of each ID: a time, if it is a UUID of version 7. */
  readonly idTimes: readonly number[];
  /** The other ten bytes of each ID. */
  readonly idRests: Uint8Array;
  /** Keys of the dimension `facet`. */
  readonly facets: readonly number[];
  /** As `eventFlags` says. */
  readonly flags: readonly number[];
  readonly clientTimes: readonly number[];
  readonly occurredAts: readonly number[];
  /** What few events have; an index is missing where there is none. */
  readonly details: ReadonlyMap<number, EventDetails>;
}

/** What few events have. */
export interface EventDetails {
  readonly arguments?: string;
  readonly outcome?: Outcome;
  readonly durationMs?: number;
  readonly of?: string;
  /** For a completion: the facet of the event that it completes, or its own if that one is not known. */
  readonly countedAs?: number;
}
