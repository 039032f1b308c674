/** Which database to open. */
export interface OpenDatabaseOptions {
  readonly name?: string;
  readonly factory?: IDBFactory;
  /** Open it only if it exists already. */
  readonly existing?: boolean;
}

/**
 * Opens the database, and creates it unless `existing` is set. Rejects when the browser refuses, when
 * storage is full, or when it was written by a later version of this package.
 */
export function openDatabase(options: OpenDatabaseOptions): Promise<IDBDatabase | undefined> {
  const { name = "action-telemetry", factory = indexedDB, existing = false } = options;
  return new Promise((resolve, reject) => {
    const request = factory.open(name, 1);
    let absent = false;
    request.addEventListener("upgradeneeded", () => {
      absent = existing;
      if (absent) {
        request.transaction?.abort();
        return;
      }
      request.result.createObjectStore("events");
      request.result.createObjectStore("records");
    });
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => {
      if (absent) resolve(undefined);
      else reject(request.error ?? new Error("The database cannot be opened."));
    });
    request.addEventListener("blocked", () =>
      reject(new Error("Another tab blocks the database.")),
    );
  });
}
