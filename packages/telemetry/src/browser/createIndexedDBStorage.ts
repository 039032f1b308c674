import type { QueueRow, QueueStore, StoredRow, TelemetryStorage } from "../queue/QueueStore.ts";
import { createConnection } from "./createConnection.ts";
import { createJournal } from "./createJournal.ts";

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

function createStore(name: string, { factory }: IndexedDBStorageOptions): QueueStore {
  const journal = createJournal(`${name}#`);
  const connection = createConnection(name, factory, () => journal.recover(write));

  /** What has been asked for is carried out even if the page ends in this very task. */
  const write = (changed: readonly QueueRow[]) =>
    connection.run((rows) => {
      put(rows, changed);
      const count = rows.count();
      rows.transaction.commit();
      return () => count.result;
    });

  return {
    write: (rows) => (connection.isOpen ? write(rows) : journal.cover(rows, write(rows))),
    transact: (limit, change) =>
      connection.run((rows, records) => {
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
        await connection.run((rows, records) => {
          rows.clear();
          records.clear();
          return () => undefined;
        }, true);
      } catch (error) {
        // Who never allowed telemetry has no database, and shall not get one by forbidding it.
        if ((error as Error).name !== "AbortError") throw error;
      }
    },
    close: connection.close,
  };
}

function put(rows: IDBObjectStore, changed: readonly QueueRow[] = []): void {
  for (const row of changed) {
    if (row.text === "") rows.delete(row.id);
    else rows.put(row);
  }
}
