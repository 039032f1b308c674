import type { ClientInfo } from "@action-telemetry/event-schema";
import type { EventRecord } from "./EventRecord.ts";
import type { Filter } from "./Selection.ts";

/** One event as it is kept: every column there is. */
export interface StoredEvent extends Omit<EventRecord, "arguments"> {
  readonly receivedAt: number;
  readonly source: string;
  readonly anonymizedUserId: string;
  readonly sourcegraphURL: string;
  readonly platform: string;
  readonly client: ClientInfo;
  /** JSON text. */
  readonly arguments?: string;
}

/** Which stored events are read, in the order of their receipt. */
export interface EventScan {
  /** Where the page before ended. Absent: from the oldest event on. */
  readonly after?: string | undefined;
  /** At most so many, 1 to 10,000. */
  readonly limit: number;
  /** Only what occurred in this time: milliseconds since 1970, the end excluded. */
  readonly occurred?: { readonly from: number; readonly before: number };
  readonly filter?: Filter;
}

/** Some events, oldest first. */
export interface EventPage {
  readonly events: readonly StoredEvent[];
  /**
   * Where the next page begins, also when there is nothing yet: what is stored later comes after it. Only this store can
   * read it.
   */
  readonly end: string;
  /** Whether there was no more when the page was read. */
  readonly isLast: boolean;
}
