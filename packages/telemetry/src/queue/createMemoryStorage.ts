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
  const texts = new Map<string, string>();
  let current: object | undefined;

  function write(rows: readonly QueueRow[]): Promise<number> {
    for (const { id, text } of rows) {
      if (text === "") texts.delete(id);
      else texts.set(id, text);
    }
    return Promise.resolve(texts.size);
  }

  return {
    write,
    transact(limit, change) {
      const stored = [...texts].slice(0, limit).map(([id, text]) => ({ id, text }));
      const { result, rows = [], record } = change(stored, current, texts.size);
      void write(rows);
      current = record ?? current;
      return Promise.resolve(result);
    },
    erase() {
      texts.clear();
      current = undefined;
      return Promise.resolve();
    },
    close: () => undefined,
  };
}
