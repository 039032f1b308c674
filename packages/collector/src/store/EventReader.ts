import type { EventPage, EventScan, StoredEvent } from "./StoredEvent.ts";

/** Reads single events. */
export interface EventReader {
  /** The events stored last, newest first. */
  latest(limit: number): Promise<readonly StoredEvent[]>;
  /** Reads stored events page by page, whatever is stored meanwhile: for exports, and to follow what comes. */
  scan(options: EventScan): Promise<EventPage>;
  /** Where a `scan` begins that reads only what is stored from now on. */
  end(): Promise<string>;
}
