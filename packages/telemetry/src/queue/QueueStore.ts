/**
 * What a store keeps under one key: events that were recorded in one task, as the JSON texts that will
 * be sent, one a line; a browser takes many times longer to write them one by one. Events leave a row
 * from the front, and the last one takes it along.
 */
export interface QueueRow {
  /** The key: the ID of the event that was its first when it was written. */
  readonly id: string;
  /** Empty: there is no such row, or shall be none. */
  readonly text: string;
}

/** A row as a store gives it back. Anybody may have tampered with it, so nothing is taken for granted. */
export interface StoredRow {
  readonly id: unknown;
  readonly text: unknown;
}

/** What a transaction does to a store. */
export interface StoreChange<T> {
  /** What the transaction resolves to. */
  readonly result: T;
  /** Rows as they shall be. */
  readonly rows?: readonly QueueRow[];
  /** The new record; absent: it stays. */
  readonly record?: object;
}

/**
 * The rows and the one record that belong to one instance URL, shared by all tabs. Every method
 * rejects when the storage does not work; what then is lost or kept is for the caller to decide.
 */
export interface QueueStore {
  /**
   * Brings rows into the state that is given, and resolves to the number of rows there are, once they
   * are safe from the end of the page. When the store is open already, this has been asked for by the
   * time it returns, and is carried out even if the page ends then.
   */
  write(rows: readonly QueueRow[]): Promise<number>;
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
