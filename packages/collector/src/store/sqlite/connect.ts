import { DatabaseSync } from "node:sqlite";

/** How long a connection waits for another one's lock, in milliseconds. */
const usualPatience = 500;

/** What SQLite keeps of the file in the memory of each connection, in KiB. */
const cacheSize = 16_384;

/** Bytes in a page, which is SQLite's default. */
const pageSize = 4096;

/** Pages after which the log is written into the file: rows that change often are written there once. */
const checkpointPages = 4000;

/**
 * Connects to a database, set up so that a commit that was answered survives a crash of the machine: write-ahead log, and
 * `synchronous = FULL`.
 *
 * @param path A file, or `:memory:`.
 * @param patience How long it waits for another one's lock, in milliseconds.
 */
export function connect(path: string, patience = usualPatience): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: patience });
  try {
    database.exec("PRAGMA journal_mode = WAL");
    database.exec("PRAGMA synchronous = FULL");
    database.exec("PRAGMA foreign_keys = OFF");
    database.exec(`PRAGMA cache_size = -${cacheSize}`);
    database.exec(`PRAGMA wal_autocheckpoint = ${checkpointPages}`);
    database.exec(`PRAGMA journal_size_limit = ${4 * checkpointPages * pageSize}`);
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}
