import type { ExtensionStorageArea } from "@action-telemetry/telemetry/extension";

const storeName = "items";

/**
 * Makes an area of items in an IndexedDB database. Each call is one transaction, and resolves when that
 * is complete; it rejects when the database cannot be opened or refuses.
 *
 * @param name - The database's.
 */
export function createDatabaseArea(name: string): ExtensionStorageArea {
  let opened: Promise<IDBDatabase> | undefined;

  function open(): Promise<IDBDatabase> {
    opened ??= openDatabase(name, () => (opened = undefined));
    return opened;
  }

  async function run<T>(
    mode: IDBTransactionMode,
    task: (store: IDBObjectStore) => () => T,
  ): Promise<T> {
    const transaction = (await open()).transaction(storeName, mode);
    const isOver = settle(transaction);
    try {
      const result = task(transaction.objectStore(storeName));
      await isOver;
      return result();
    } catch (error) {
      // What cannot be copied throws, with some of it already in the transaction.
      isOver.catch(() => undefined);
      if (transaction.error === null) transaction.abort();
      throw error;
    }
  }

  return {
    get: (keys) =>
      run("readonly", (store) => {
        if (keys === null) {
          const [names, values] = [store.getAllKeys(), store.getAll()];
          return () => toItems(names.result as string[], values.result);
        }
        const requests = keys.map((key) => store.get(key) as IDBRequest<unknown>);
        return () =>
          toItems(
            keys,
            requests.map(({ result }) => result),
          );
      }),
    set: (items) =>
      run("readwrite", (store) => {
        for (const [key, value] of Object.entries(items)) store.put(value, key);
        return () => undefined;
      }),
    remove: (keys) =>
      run("readwrite", (store) => {
        for (const key of keys) store.delete(key);
        return () => undefined;
      }),
  };
}

function toItems(keys: readonly string[], values: readonly unknown[]): Record<string, unknown> {
  const pairs = keys.map((key, index) => [key, values[index]] as const);
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined));
}

function settle(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error("aborted"));
  });
}

function openDatabase(name: string, onClose: () => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => void request.result.createObjectStore(storeName);
    request.onerror = () => {
      onClose();
      reject(request.error ?? new Error("not opened"));
    };
    request.onsuccess = () => {
      const database = request.result;
      database.onclose = onClose;
      resolve(database);
    };
  });
}
