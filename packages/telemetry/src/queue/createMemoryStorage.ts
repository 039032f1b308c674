import type { QueueRow, QueueStore, TelemetryStorage } from "./QueueStore.ts";

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

function createMemoryStore(): QueueStore {
  let rows: readonly QueueRow[] = [];
  let current: object | undefined;
  function drop(keys: readonly unknown[]): void {
    if (keys.length === 0) return;
    const gone = new Set(keys);
    rows = rows.filter((row) => !gone.has(row.id));
  }

  return {
    append(added) {
      rows = [...rows, ...added];
      return Promise.resolve(rows.length);
    },
    remove(keys) {
      drop(keys);
      return Promise.resolve();
    },
    transact(limit, change) {
      const stored = rows.slice(0, limit).map(({ id, text }) => ({ key: id, text }));
      const { result, remove = [], record } = change(stored, current, rows.length);
      drop(remove);
      current = record ?? current;
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
