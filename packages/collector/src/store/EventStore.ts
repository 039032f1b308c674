import type { KeptError } from "../errors/KeptError.ts";
import type { Period } from "../time/calendar.ts";
import type { AppendResult, Delivery, Tally } from "./EventRecord.ts";
import type {
  BucketCount,
  CompletionCount,
  Dimension,
  KeyBucketCount,
  KeyCount,
  NameSpan,
  Selection,
  SurfaceCount,
  Totals,
} from "./Selection.ts";
import type { StoreRow, StoreSize } from "./StoreRow.ts";
import type { StoredError } from "./StoredError.ts";
import type { EventPage, EventScan, StoredEvent } from "./StoredEvent.ts";
import type { PingAnswer, StoredPing } from "./StoredPing.ts";

/**
 * Where events live. Every store passes `describeEventStore`. Methods reject when the database does
 * not answer; nothing is half-stored then.
 */
export interface EventStore {
  /**
   * Stores a delivery and brings the roll-ups up to date, all or nothing. Resolves after the commit.
   * An event whose ID is known for this user is a duplicate: the first one stands.
   */
  append(delivery: Delivery): Promise<AppendResult>;
  totals(selection: Selection): Promise<Totals>;
  /** Per hour or day, in order. */
  series(selection: Selection): Promise<readonly BucketCount[]>;
  /** Per hour or day and value of a dimension, in order. */
  seriesBy(selection: Selection, dimension: Dimension): Promise<readonly KeyBucketCount[]>;
  /** Most executions first. */
  breakdown(selection: Selection, dimension: Dimension): Promise<readonly KeyCount[]>;
  /** Distinct users of several values of a dimension together. */
  usersOf(selection: Selection, dimension: Dimension, keys: readonly string[]): Promise<number>;
  /** Executions of each action from each surface. */
  surfacesByName(selection: Selection): Promise<readonly SurfaceCount[]>;
  /** How executions ended and how long they took, as far as completion events tell. Sent by few clients. */
  completions(selection: Selection): Promise<readonly CompletionCount[]>;
  /** Every name that was ever counted, in the order of names. */
  names(): Promise<readonly NameSpan[]>;
  /** What was rejected, dropped, moved or sent again on these days; hours are rounded out to days. */
  tallies(period: Period): Promise<readonly Tally[]>;
  /** The events stored last, newest first. */
  latest(limit: number): Promise<readonly StoredEvent[]>;
  /** Reads stored events page by page, whatever is stored meanwhile: for exports, and to follow what comes. */
  scan(options: EventScan): Promise<EventPage>;
  /** Where a `scan` begins that reads only what is stored from now on. */
  end(): Promise<string>;
  /** The ping of the week that begins with a day, if it has been made. */
  ping(week: number): Promise<StoredPing | undefined>;
  /** Keeps the ping of a week, unless there is one; resolves to the one that is kept. */
  keepPing(week: number, body: string): Promise<StoredPing>;
  /** Notes what became of sending a ping. */
  notePing(week: number, answer: PingAnswer): Promise<void>;
  /** Keeps an error report, unless its ID is known; only the last thousand stay. */
  keepError(receivedAt: number, error: KeptError): Promise<void>;
  /** The error reports kept last, newest first. */
  errors(limit: number): Promise<readonly StoredError[]>;
  /**
   * Deletes all events of a person, and the person from all counts of users; executions stay counted. What is sent in
   * their name from then on, or again, is a duplicate, and not stored. Resolves to how many events went, once all are gone.
   */
  erase(anonymizedUserId: string): Promise<number>;
  /**
   * Deletes events received before a moment, and what an interrupted erasure has left; roll-ups stay. Resolves to how
   * many events went for their age.
   */
  prune(before: number): Promise<number>;
  /**
   * Takes a task for one holder until a moment, so that of several collectors on one database one does it. Resolves to
   * whether it is the holder's now; who holds it may take it again to prolong it.
   *
   * @param until - Milliseconds since 1970, by the clock of `now`.
   */
  claim(task: string, holder: string, now: number, until: number): Promise<boolean>;
  /** Gives all that the store knows, some rows at a time, as it was at one moment or, where a store cannot, before any later row. */
  dump(): AsyncIterable<readonly StoreRow[]>;
  /**
   * Takes rows of another store as they are: counts are not made from events, they come as rows of their own. Rows that
   * are there already stand, so that an interrupted copy can be begun anew. Events that complete others come after these,
   * as `dump` gives them: otherwise it is not known what they complete.
   */
  load(rows: readonly StoreRow[]): Promise<void>;
  /** How much there is, counted row by row: slow. */
  size(): Promise<StoreSize>;
  /** Resolves if the database can write. */
  check(): Promise<void>;
  /** Waits for what is under way, then closes. Later calls reject. */
  close(): Promise<void>;
}
