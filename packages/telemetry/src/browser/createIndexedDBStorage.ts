import type {
  QueueRow,
  QueueStore,
  StoreChange,
  StoredRow,
  TelemetryStorage,
} from "../queue/QueueStore.ts";
import { openDatabase } from "./openDatabase.ts";

/** Which database to use, and through which factory. */
export interface IndexedDBStorageOptions {
  /** Defaults to `action-telemetry`. */
  readonly name?: string;
  /** Defaults to the global `indexedDB`. */
  readonly factory?: IDBFactory;
}

/**
 * A storage in IndexedDB, shared by all tabs of the origin: one database, in which every instance URL
 * has its own rows (keyed by URL and event ID, so that they come back oldest first) and one record.
 * It is opened when it is first used, and again after the browser closed it.
 */
export function createIndexedDBStorage(options: IndexedDBStorageOptions = {}): TelemetryStorage {
  return { persistent: true, open: (instanceUrl) => new IndexedDBStore(instanceUrl, options) };
}

class IndexedDBStore implements QueueStore {
  readonly #instanceUrl: string;
  readonly #options: IndexedDBStorageOptions;
  #database: IDBDatabase | undefined;
  #opening: Promise<IDBDatabase> | undefined;

  constructor(instanceUrl: string, options: IndexedDBStorageOptions) {
    this.#instanceUrl = instanceUrl;
    this.#options = options;
  }

  append(rows: readonly QueueRow[]): Promise<number> {
    return this.#use((database) => {
      const { transaction, events } = begin(database);
      for (const { id, text } of rows) events.put(text, [this.#instanceUrl, id]);
      const count = events.count(this.#rows());
      // What has been asked for so far is carried out even if the page ends in this very task.
      transaction.commit();
      return completed(transaction, () => count.result);
    });
  }

  transact<T>(
    limit: number,
    change: (rows: readonly StoredRow[], record: unknown) => StoreChange<T>,
  ): Promise<T> {
    return this.#use((database) => {
      const { transaction, events, records } = begin(database);
      const keys = limit > 0 ? events.getAllKeys(this.#rows(), limit) : undefined;
      const texts = limit > 0 ? events.getAll(this.#rows(), limit) : undefined;
      const record = records.get(this.#instanceUrl);
      let outcome: StoreChange<T> | undefined;
      record.addEventListener("success", () => {
        const rows = keys?.result.map((key, index) => ({
          key: (key as readonly unknown[])[1],
          text: texts?.result[index] as unknown,
        }));
        outcome = change(rows ?? [], record.result);
        for (const key of outcome.remove ?? []) {
          events.delete([this.#instanceUrl, key as IDBValidKey]);
        }
        if (outcome.record !== undefined) records.put(outcome.record, this.#instanceUrl);
        transaction.commit();
      });
      return completed(transaction, () => (outcome as StoreChange<T>).result);
    });
  }

  async erase(): Promise<void> {
    // Who never allowed telemetry has no database, and shall not get one by forbidding it.
    const database =
      this.#database ??
      (await (this.#opening ?? openDatabase({ ...this.#options, existing: true })));
    if (database === undefined) return;
    const { transaction, events, records } = begin(database);
    events.delete(this.#rows());
    records.delete(this.#instanceUrl);
    transaction.commit();
    await completed(transaction, () => undefined);
    if (database !== this.#database) database.close();
  }

  close(): void {
    this.#database?.close();
    this.#database = undefined;
    this.#opening = undefined;
  }

  #rows(): IDBKeyRange {
    return IDBKeyRange.bound([this.#instanceUrl], [this.#instanceUrl, []], true, true);
  }

  /** Runs at once when the database is open, so that writes begin in the caller's own task. */
  #use<T>(operation: (database: IDBDatabase) => Promise<T>): Promise<T> {
    if (this.#database === undefined) return this.#open().then(operation);
    try {
      return operation(this.#database);
    } catch {
      // The browser closed it: this once, it is worth opening it again.
      this.close();
      return this.#open().then(operation);
    }
  }

  #open(): Promise<IDBDatabase> {
    this.#opening ??= openDatabase(this.#options).then(
      (database) => this.#keep(database),
      (error: unknown) => {
        this.#opening = undefined;
        throw error;
      },
    );
    return this.#opening;
  }

  #keep(database: IDBDatabase | undefined): IDBDatabase {
    if (database === undefined) throw new Error("The database cannot be created.");
    this.#database = database;
    database.addEventListener("close", () => this.close());
    // Another tab wants to upgrade or delete it; this one must not stand in the way.
    database.addEventListener("versionchange", () => this.close());
    return database;
  }
}

function begin(database: IDBDatabase) {
  const transaction = database.transaction(["events", "records"], "readwrite", {
    durability: "relaxed",
  });
  return {
    transaction,
    events: transaction.objectStore("events"),
    records: transaction.objectStore("records"),
  };
}

function completed<T>(transaction: IDBTransaction, read: () => T): Promise<T> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener("complete", () => resolve(read()));
    transaction.addEventListener("abort", () =>
      reject(transaction.error ?? new Error("The transaction was aborted.")),
    );
  });
}
