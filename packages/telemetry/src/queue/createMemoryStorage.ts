import type { QueueRow, QueueStore, StoredRow, TelemetryStorage } from "./QueueStore.ts";

/**
 * A storage that lives as long as the page. Two clients that are given the same one share it, as
 * tabs share a persistent one.
 */
export function createMemoryStorage(): TelemetryStorage {
  const stores = new Map<string, QueueStore>();
  return {
    persistent: false,
    open(instanceUrl) {
      const store = stores.get(instanceUrl) ?? createMemoryStore();
      stores.set(instanceUrl, store);
      return store;
    },
  };
}

/**
 * One store in memory.
 *
 * @param record - The record it begins with.
 * @param first - The rows it begins with.
 */
export function createMemoryStore(record?: object, first: readonly QueueRow[] = []): QueueStore {
  let rows = first;
  let current: object | undefined = record;
  return {
    append(added) {
      rows = [...rows, ...added];
      return Promise.resolve(rows.length);
    },
    transact(limit, change) {
      const {
        result,
        remove = [],
        record: next,
      } = change(rows.slice(0, limit).map(toStored), current);
      if (remove.length > 0) {
        const gone = new Set(remove);
        rows = rows.filter((row) => !gone.has(row.id));
      }
      current = next ?? current;
      return Promise.resolve(result);
    },
    erase() {
      rows = [];
      current = undefined;
      return Promise.resolve();
    },
    close: () => undefined,
  };
}

function toStored({ id, text }: QueueRow): StoredRow {
  return { key: id, text };
}
