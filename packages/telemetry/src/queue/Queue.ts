import type { DropCounts } from "./DropCounts.ts";
import type { QueueRecord, RetryState } from "./QueueRecord.ts";
import type { QueueRow } from "./QueueStore.ts";

/** A record that has been made complete. */
export type IdentifiedRecord = QueueRecord & { readonly anonymousId: string };

/** What the queue holds for the next batch. */
export interface Taken extends IdentifiedRecord {
  /** Oldest first. */
  readonly rows: readonly QueueRow[];
  /** Whether some have been dropped, and there are more than could be looked at. */
  readonly isPart?: boolean;
  /** Rows of which something has been dropped. */
  readonly changed?: readonly QueueRow[];
}

/** What came of a batch. */
export interface Settlement {
  /** Rows without the events that need not be sent again. */
  readonly rows?: readonly QueueRow[];
  /** Drops that the instance has now been told of. */
  readonly reported?: DropCounts;
  /** Drops to tell the instance of. */
  readonly dropped?: DropCounts;
  /** When to try again; absent: whenever there is something. */
  readonly retry?: RetryState | undefined;
}

/**
 * Keeps events until the instance has them. While shut (consent is unknown) it holds them in memory;
 * once open it writes them to the store in the microtask after the one that added them. When the store
 * fails, it goes over to memory for good.
 */
export interface Queue {
  /** Whether the store that it was given still works. */
  readonly isIntact: boolean;
  /** The store's record as last seen: when a page hides there is no time to read it. */
  readonly latest: IdentifiedRecord | undefined;
  /** Events that no store has yet, oldest first. */
  readonly pending: readonly QueueRow[];
  /** Drops that no store has yet. */
  readonly pendingDrops: DropCounts;
  /**
   * Leaves rows to another tab, which has them from the store; says whether any was recorded here. If
   * that tab fails, `take` finds them again.
   */
  yield(ids: readonly string[]): boolean;
  /** Takes an event; when too many wait for the store, the oldest of them makes room. */
  add(event: QueueRow): void;
  /** Counts a loss. */
  drop(reason: string): void;
  /** Opens the way to the store: reads the record, and writes what has gathered. */
  open(): void;
  /** Shuts the way to the store; what is added from now on waits in memory. */
  shut(): void;
  /** Shuts, and forgets everything at once, here and in the store. */
  erase(): Promise<void>;
  /** Lets go of the store. */
  close(): void;
  /**
   * Writes what has gathered; resolves when it is stored. What is being written is bounded as what
   * waits is: beyond that a write waits for the one before, unless `atOnce` says that the page may end, and that
   * the caller sends what it can.
   */
  persist(atOnce?: boolean): Promise<void>;
  /** Rows that this page recorded, nobody has settled and `isFree` lets pass, oldest first. */
  fresh(isFree: (id: string) => boolean): readonly QueueRow[];
  /**
   * Reads the oldest rows and the record, and brings the store within its limits, in one step.
   *
   * @param isFree - Whether nobody is sending a row, so that events of it may be dropped.
   */
  take(isFree: (id: string) => boolean): Promise<Taken>;
  /** Writes down what came of a batch. */
  settle(settlement: Settlement): Promise<void>;
  /** Everything that is stored, for the inspector; nothing while shut, and the store is not even opened. */
  peek(): Promise<{ readonly record: QueueRecord; readonly rows: readonly QueueRow[] }>;
}
