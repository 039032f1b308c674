import type { DatabaseSync } from "node:sqlite";

/** Does something in a transaction that can write: commits what it did, or undoes it all when it throws. */
export function transact<T>(database: DatabaseSync, action: () => T): T {
  database.exec("BEGIN IMMEDIATE");
  try {
    const result = action();
    database.exec("COMMIT");
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
}
