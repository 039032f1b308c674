/** Which database to open. */
export interface OpenDatabaseOptions {
  readonly name?: string;
  readonly factory?: IDBFactory;
}

/**
 * Opens the database, and creates it unless `isExisting` is set: then it resolves to undefined. Rejects
 * when the browser refuses, when storage is full, or when it was written by a later version of this
 * package.
 */
export function openDatabase(
  { name = "action-telemetry", factory = indexedDB }: OpenDatabaseOptions,
  isExisting = false,
): Promise<IDBDatabase | undefined> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, 1);
    const fail = () => reject(request.error ?? new Error("blocked"));
    request.addEventListener("upgradeneeded", () => {
      const { result, transaction } = request;
      if (isExisting) {
        resolve(undefined);
        transaction?.abort();
        return;
      }
      result.createObjectStore("events");
      result.createObjectStore("records");
    });
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", fail);
    request.addEventListener("blocked", fail);
  });
}
