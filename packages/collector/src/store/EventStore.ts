import type { AppendResult, Delivery } from "./EventRecord.ts";
import type { CountReader } from "./CountReader.ts";
import type { EventReader } from "./EventReader.ts";
import type { NoteKeeper } from "./NoteKeeper.ts";
import type { StoreRow, StoreSize } from "./StoreRow.ts";

/**
 * Where events live. Every store passes `describeEventStore`. Methods reject when the database does
 * not answer; nothing is half-stored then.
 */
export interface EventStore extends CountReader, EventReader, NoteKeeper {
  /**
   * Stores a delivery and brings the roll-ups up to date, all or nothing. Resolves after the commit.
   * An event whose ID is known for this user is a duplicate: the first one stands.
   */
  append(delivery: Delivery): Promise<AppendResult>;
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
