import type { QueueRow, QueueStore, StoreChange, TelemetryStorage } from "../queue/QueueStore.ts";
import { createJournal } from "./createJournal.ts";
import { openDatabase } from "./openDatabase.ts";

/** Which database to use, and through which factory. */
export interface IndexedDBStorageOptions {
  /** Defaults to `action-telemetry`. */
  readonly name?: string;
  /** Defaults to the global `indexedDB`. */
  readonly factory?: IDBFactory;
  /** Called when rows are back that an earlier page had no time to store. */
  readonly onRecovered?: () => void;
}

/**
 * A storage in IndexedDB, shared by all tabs of the origin: one database, in which every instance URL
 * has its own rows (keyed by URL and ID, so that they come back oldest first) and one record.
 * It is opened when it is first used, and again after the browser closed it. What is written while it
 * opens is in a journal meanwhile, for the page may end before.
 */
export function createIndexedDBStorage(options: IndexedDBStorageOptions = {}): TelemetryStorage {
  return { persistent: true, open: (instanceUrl) => createStore(instanceUrl, options) };
}

function createStore(instanceUrl: string, options: IndexedDBStorageOptions): QueueStore {
  const journal = createJournal(`action-telemetry:${instanceUrl}#`);
  const range = IDBKeyRange.bound([instanceUrl], [instanceUrl, []], true, true);
  let database: IDBDatabase | undefined;
  let opening: Promise<IDBDatabase> | undefined;

  function close(): void {
    database?.close();
    database = opening = undefined;
  }

  async function open(): Promise<IDBDatabase> {
    try {
      const opened = (await openDatabase(options)) as IDBDatabase;
      database = opened;
      opened.addEventListener("close", close);
      // Another tab wants to upgrade or delete it; this one must not stand in the way.
      opened.addEventListener("versionchange", close);
      journal.recover(write, options.onRecovered);
      return opened;
    } catch (error) {
      opening = undefined;
      throw error;
    }
  }

  /** Runs at once when the database is open, so that writes begin in the caller's own task. */
  async function within<T>(
    operation: (events: IDBObjectStore, records: IDBObjectStore) => () => T,
  ): Promise<T> {
    let transaction: IDBTransaction | undefined;
    try {
      transaction = database && begin(database);
    } catch {
      // The browser closed it: this once, it is worth opening it again.
      close();
    }
    transaction ??= begin(await (opening ??= open()));
    return run(transaction, operation);
  }

  const put = (events: IDBObjectStore, rows: readonly QueueRow[]) => {
    for (const { id, text } of rows) {
      if (text === "") events.delete([instanceUrl, id]);
      else events.put(text, [instanceUrl, id]);
    }
  };

  /** What has been asked for is carried out even if the page ends in this very task. */
  const write = (rows: readonly QueueRow[]) =>
    within((events) => {
      put(events, rows);
      const count = events.count(range);
      events.transaction.commit();
      return () => count.result;
    });

  return {
    write: (rows) => (database === undefined ? journal.cover(rows, write(rows)) : write(rows)),
    transact: (limit, change) =>
      within((events, records) => {
        const keys = limit > 0 ? events.getAllKeys(range, limit) : undefined;
        const texts = limit > 0 ? events.getAll(range, limit) : undefined;
        const count = events.count(range);
        const record = records.get(instanceUrl);
        let outcome: StoreChange<never> | undefined;
        record.addEventListener("success", () => {
          const stored = (keys?.result ?? []).map((key, index) => ({
            id: (key as readonly unknown[])[1],
            text: texts?.result[index] as unknown,
          }));
          outcome = change(stored, record.result, count.result) as StoreChange<never>;
          put(events, outcome.rows ?? []);
          if (outcome.record !== undefined) records.put(outcome.record, instanceUrl);
          events.transaction.commit();
        });
        return () => (outcome as StoreChange<never>).result;
      }),
    async erase() {
      journal.erase();
      // Who never allowed telemetry has no database, and shall not get one by forbidding it.
      const target = database ?? (await (opening ?? openDatabase(options, true)));
      if (target === undefined) return;
      await run(begin(target), (events, records) => {
        events.delete(range);
        records.delete(instanceUrl);
        return () => undefined;
      });
      if (target !== database) target.close();
    },
    close,
  };
}

function begin(database: IDBDatabase): IDBTransaction {
  return database.transaction(["events", "records"], "readwrite", { durability: "relaxed" });
}

function run<T>(
  transaction: IDBTransaction,
  operation: (events: IDBObjectStore, records: IDBObjectStore) => () => T,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const read = operation(transaction.objectStore("events"), transaction.objectStore("records"));
    transaction.addEventListener("complete", () => resolve(read()));
    transaction.addEventListener("abort", () =>
      reject(transaction.error ?? new Error("The transaction was aborted.")),
    );
  });
}
