/** An event on its way into a store: its ID and the JSON text that will be sent. */
export interface QueueRow {
  readonly id: string;
  readonly text: string;
}

/** A row as a store gives it back. Anybody may have tampered with it, so nothing is taken for granted. */
export interface StoredRow {
  /** What the store knows the row by; for `remove`, of no meaning to anybody else. */
  readonly key: unknown;
  readonly text: unknown;
}

/** What a transaction does to a store. */
export interface StoreChange<T> {
  /** What the transaction resolves to. */
  readonly result: T;
  /** Keys of rows to delete; one that is gone already is no error. */
  readonly remove?: readonly unknown[];
  /** The new record; absent: it stays. */
  readonly record?: object;
}

/**
 * The rows and the one record that belong to one instance URL, shared by all tabs. Every method
 * rejects when the storage does not work; what then is lost or kept is for the caller to decide.
 */
export interface QueueStore {
  /**
   * Adds rows and resolves to the number of rows there are, once they are safe from the end of the
   * page. When the store is open already, this has been asked for by the time it returns, and is carried
   * out even if the page ends then.
   */
  append(rows: readonly QueueRow[]): Promise<number>;
  /** Deletes rows by their keys, as firmly as `append` adds them; one that is gone already is no error. */
  remove(keys: readonly unknown[]): Promise<unknown>;
  /**
   * Reads at most `limit` rows, oldest first, the record, and how many rows there are in all, and
   * applies a change: in one step that no other tab can come between. `change` is synchronous and must
   * not throw.
   */
  transact<T>(
    limit: number,
    change: (rows: readonly StoredRow[], record: unknown, count: number) => StoreChange<T>,
  ): Promise<T>;
  /** Deletes all rows and the record. */
  erase(): Promise<void>;
  /** Lets go of the storage. */
  close(): void;
}

/** A place that keeps one store for each instance URL. */
export interface TelemetryStorage {
  /** Whether what it keeps outlives the page. */
  readonly persistent: boolean;
  /** The store of one instance URL. Opening the storage itself may wait until it is used. */
  open(instanceUrl: string): QueueStore;
}
