/**
 * Opens the database, and creates it unless `isExisting` is set: then it rejects with an `AbortError`.
 * Rejects as well when the browser refuses, when storage is full, or when it was written by a later
 * version of this package.
 */
export function openDatabase(
  factory: IDBFactory,
  name: string,
  isExisting: boolean,
): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, 1);
    request.onupgradeneeded = () => {
      const { result, transaction } = request;
      if (isExisting) transaction?.abort();
      else {
        result.createObjectStore("rows", { keyPath: "id" });
        result.createObjectStore("records");
      }
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error as DOMException);
  });
}
