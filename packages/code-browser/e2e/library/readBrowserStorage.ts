import type { Page } from "playwright";

/** All that a page's origin keeps in the browser, as one text: local and session storage, cookies and databases. */
export async function readBrowserStorage(page: Page): Promise<string> {
  const cookies = await page.context().cookies();
  const stored = await page.evaluate(async () => {
    const databases: unknown[] = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name ?? "");
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(new Error("The database cannot be read.")));
      });
      for (const store of database.objectStoreNames) {
        const request = database.transaction(store).objectStore(store).getAll();
        await new Promise((resolve) => request.addEventListener("success", resolve));
        databases.push({ name, store, rows: request.result });
      }
      database.close();
    }
    const cacheNames = "caches" in globalThis ? await caches.keys() : [];
    return JSON.stringify({
      local: Object.entries(localStorage),
      session: Object.entries(sessionStorage),
      databases,
      caches: cacheNames,
    });
  });
  return stored + JSON.stringify(cookies);
}
