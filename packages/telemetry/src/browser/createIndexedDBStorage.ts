import type { QueueRow, QueueStore, StoredRow, TelemetryStorage } from "../queue/QueueStore.ts";
import { createJournal } from "./createJournal.ts";
import { openDatabase } from "./openDatabase.ts";

/** Through which factory databases are opened. */
export interface IndexedDBStorageOptions {
  /** Defaults to the global `indexedDB`. */
  readonly factory?: IDBFactory;
}

/**
 * A storage in IndexedDB, shared by all tabs of the origin: for every instance URL a database of its
 * own, `action-telemetry:` and the URL, with rows by their IDs, so that they come back oldest first,
 * and one record. It is opened when it is first used, and again after the browser closed it. What is
 * written while it opens is in a journal meanwhile, for the page may end before.
 */
export function createIndexedDBStorage(options: IndexedDBStorageOptions = {}): TelemetryStorage {
  return {
    persistent: true,
    open: (instanceUrl) => createStore(`action-telemetry:${instanceUrl}`, options),
  };
}

/** What to ask of a transaction's two stores; gives back how to read the answer. */
type Operation<T> = (rows: IDBObjectStore, records: IDBObjectStore) => () => T;

function createStore(name: string, { factory }: IndexedDBStorageOptions): QueueStore {
  const journal = createJournal(`${name}#`);
  let database: IDBDatabase | undefined;
  let opening: Promise<IDBDatabase> | undefined;

  function close(): void {
    database?.close();
    database = opening = undefined;
  }

  async function open(isExisting: boolean): Promise<IDBDatabase> {
    try {
      database = await openDatabase(factory ?? indexedDB, name, isExisting);
      // Another tab that wants to delete it shall not find this one in its way.
      database.onclose = database.onversionchange = close;
      journal.recover(write);
      return database;
    } catch (error) {
      opening = undefined;
      throw error;
    }
  }

  /** Runs at once when the database is open, so that writes begin in the caller's own task. */
  async function within<T>(operation: Operation<T>, isExisting = false): Promise<T> {
    let transaction: IDBTransaction | undefined;
    try {
      transaction = database && begin(database);
    } catch {
      // The browser closed it: this once, it is worth opening it again.
      close();
    }
    return run(transaction ?? begin(await (opening ??= open(isExisting))), operation);
  }

  /** What has been asked for is carried out even if the page ends in this very task. */
  const write = (changed: readonly QueueRow[]) =>
    within((rows) => {
      put(rows, changed);
      const count = rows.count();
      rows.transaction.commit();
      return () => count.result;
    });

  return {
    write: (rows) => (database === undefined ? journal.cover(rows, write(rows)) : write(rows)),
    transact: (limit, change) =>
      within((rows, records) => {
        // No limit would be no bound.
        const stored = rows.getAll(null, limit + 1);
        const count = rows.count();
        const record = records.get(0);
        let result: ReturnType<typeof change>["result"];
        record.onsuccess = () => {
          const first = (stored.result as readonly StoredRow[]).slice(0, limit);
          const outcome = change(first, record.result, count.result);
          result = outcome.result;
          put(rows, outcome.rows);
          if (outcome.record !== undefined) records.put(outcome.record, 0);
          rows.transaction.commit();
        };
        return () => result;
      }),
    async erase() {
      journal.erase();
      try {
        await within((rows, records) => {
          rows.clear();
          records.clear();
          return () => undefined;
        }, true);
      } catch (error) {
        // Who never allowed telemetry has no database, and shall not get one by forbidding it.
        if ((error as Error).name !== "AbortError") throw error;
      }
    },
    close,
  };
}

function put(rows: IDBObjectStore, changed: readonly QueueRow[] = []): void {
  for (const row of changed) {
    if (row.text === "") rows.delete(row.id);
    else rows.put(row);
  }
}

function begin(database: IDBDatabase): IDBTransaction {
  return database.transaction(["rows", "records"], "readwrite", { durability: "relaxed" });
}

function run<T>(transaction: IDBTransaction, operation: Operation<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const read = operation(transaction.objectStore("rows"), transaction.objectStore("records"));
    transaction.oncomplete = () => resolve(read());
    transaction.onabort = () => reject(transaction.error ?? new Error("aborted"));
  });
}
