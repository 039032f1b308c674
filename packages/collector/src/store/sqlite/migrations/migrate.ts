import type { DatabaseSync } from "node:sqlite";

/** One step: statements, or what they cannot do. */
export type Migration = string | ((database: DatabaseSync) => void);

/**
 * Brings a database to the newest version, forward only, in one transaction. Safe with two processes
 * starting at once: the second waits for the first and then finds nothing to do.
 *
 * @returns The version that the database was at.
 * @throws if the database was written by a newer version of this package.
 */
export function migrate(database: DatabaseSync, migrations: readonly Migration[]): number {
  database.exec("BEGIN IMMEDIATE");
  try {
    const version = schemaVersion(database);
    if (version > migrations.length) {
      throw new Error(
        `@action-telemetry/collector: The database has schema version ${version}, this version of the collector knows ${migrations.length}. ` +
          "Going on could damage it. Run the newer collector, or choose another DATA_DIR.",
      );
    }
    for (const migration of migrations.slice(version)) {
      if (typeof migration === "string") database.exec(migration);
      else migration(database);
    }
    database.exec(`PRAGMA user_version = ${migrations.length}`);
    database.exec("COMMIT");
    return version;
  } catch (error) {
    database.exec("ROLLBACK");
    throw error;
  }
}

/** The version that a database is at; 0 for an empty one. */
export function schemaVersion(database: DatabaseSync): number {
  const version = database.prepare("PRAGMA user_version").get()?.["user_version"];
  return typeof version === "number" ? version : 0;
}
