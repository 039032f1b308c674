import { openDatabase } from "./openDatabase.ts";

/** What to ask of the stores of a transaction, rows and records; gives back how to read the answer. */
export type Operation<T> = (rows: IDBObjectStore, records: IDBObjectStore) => () => T;

/** A database that is opened when it is first used, and again after the browser closed it. */
export interface Connection {
  /** Whether a transaction begins in the caller's own task. */
  readonly isOpen: boolean;
  /**
   * Runs an operation in a transaction, at once when the database is open, so that writes begin in the
   * caller's own task. With `isExisting` it rejects with an `AbortError` where there is no database.
   */
  run<T>(operation: Operation<T>, isExisting?: boolean): Promise<T>;
  /** Lets go of the database. */
  close(): void;
}

/**
 * Makes a connection.
 *
 * @param onOpen - Called each time the database has been opened, before anything else is asked of it.
 */
export function createConnection(
  name: string,
  factory: IDBFactory | undefined,
  onOpen: () => void,
): Connection {
  let database: IDBDatabase | undefined;
  let opening: Promise<IDBDatabase> | undefined;

  function close(): void {
    database?.close();
    database = opening = undefined;
  }

  async function open(isExisting: boolean): Promise<IDBDatabase> {
    try {
      database = await openDatabase(factory ?? indexedDB, name, isExisting);
      // Another tab that wants to delete it shall not find this one in its way.
      database.onclose = database.onversionchange = close;
      onOpen();
      return database;
    } catch (error) {
      opening = undefined;
      throw error;
    }
  }

  return {
    get isOpen() {
      return database !== undefined;
    },
    async run(operation, isExisting = false) {
      let transaction: IDBTransaction | undefined;
      try {
        transaction = database && begin(database);
      } catch {
        // The browser closed it: this once, it is worth opening it again.
        close();
      }
      return complete(transaction ?? begin(await (opening ??= open(isExisting))), operation);
    },
    close,
  };
}

function begin(database: IDBDatabase): IDBTransaction {
  return database.transaction(["rows", "records"], "readwrite", { durability: "relaxed" });
}

function complete<T>(transaction: IDBTransaction, operation: Operation<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const read = operation(transaction.objectStore("rows"), transaction.objectStore("records"));
    transaction.oncomplete = () => resolve(read());
    transaction.onabort = () => reject(transaction.error ?? new Error("aborted"));
  });
}
