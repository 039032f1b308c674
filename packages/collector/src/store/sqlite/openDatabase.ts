import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import type { OpenOptions } from "../OpenOptions.ts";
import { tellUpgrade } from "../tellUpgrade.ts";
import { connect } from "./connect.ts";
import { migrate } from "./migrations/migrate.ts";
import { migrations } from "./migrations/migrations.ts";

/** How long one process waits for another that brings the database to the newest version, in milliseconds. */
const migrationPatience = 10 * 60_000;

/**
 * Opens (or makes) the database, and brings it to the newest version.
 *
 * @param path A file, or `:memory:`.
 */
export function openDatabase(path: string, options: OpenOptions = {}): DatabaseSync {
  if (path !== ":memory:") mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const database = connect(path, migrationPatience);
  try {
    const start = performance.now();
    const from = migrate(database, migrations);
    tellUpgrade(options, from, migrations.length, start);
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}
