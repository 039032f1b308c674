import type { Page } from "playwright";

/** What a page's origin keeps in the browser, by kind. */
export interface KeptByPage {
  readonly localStorage: string;
  readonly sessionStorage: string;
  readonly indexedDB: string;
  readonly caches: string;
  readonly cookies: string;
  readonly files: string;
}

/** Reads every storage of a page's origin: names, keys and values. */
export async function readStorage(page: Page): Promise<KeptByPage> {
  const cookies = JSON.stringify(await page.context().cookies());
  const kept = await page.evaluate(async () => {
    const databases: unknown[] = [];
    const settled = (request: IDBRequest) =>
      new Promise((resolve) => {
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => resolve(undefined));
      });
    for (const { name = "" } of await indexedDB.databases()) {
      const database = (await settled(indexedDB.open(name))) as IDBDatabase;
      for (const storeName of database.objectStoreNames) {
        const store = database.transaction(storeName).objectStore(storeName);
        const [keys, rows] = await Promise.all([
          settled(store.getAllKeys()),
          settled(store.getAll()),
        ]);
        databases.push({ name, storeName, keys, rows });
      }
      database.close();
    }
    const cached: unknown[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const response = await cache.match(request);
        cached.push([name, request.url, [...(response?.headers ?? [])], await response?.text()]);
      }
    }
    const files: unknown[] = [];
    const walk = async (folder: FileSystemDirectoryHandle): Promise<void> => {
      for await (const [name, handle] of folder.entries()) {
        if (handle.kind === "directory") await walk(handle as FileSystemDirectoryHandle);
        else files.push([name, await (await (handle as FileSystemFileHandle).getFile()).text()]);
      }
    };
    await walk(await navigator.storage.getDirectory());
    return {
      localStorage: JSON.stringify(Object.entries(localStorage)),
      sessionStorage: JSON.stringify(Object.entries(sessionStorage)),
      indexedDB: JSON.stringify(databases),
      caches: JSON.stringify(cached),
      files: JSON.stringify(files),
    };
  });
  return { ...kept, cookies };
}
