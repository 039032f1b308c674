import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { migrate } from "./migrate.ts";
import { migrations } from "./migrations.ts";

/**
 * Opens (or makes) the database file, set up so that a commit that was answered survives a crash of
 * the machine: write-ahead log, and `synchronous = FULL`.
 *
 * @param path A file, or `:memory:`.
 */
export function openDatabase(path: string): DatabaseSync {
  if (path !== ":memory:") mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(path, { timeout: 500 });
  try {
    database.exec("PRAGMA journal_mode = WAL");
    database.exec("PRAGMA synchronous = FULL");
    database.exec("PRAGMA foreign_keys = OFF");
    database.exec("PRAGMA cache_size = -65536");
    migrate(database, migrations);
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}
