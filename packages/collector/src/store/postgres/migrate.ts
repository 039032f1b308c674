import type { PostgresConnections, Runner } from "./PostgresConnections.ts";

/** One step: statements, or what they cannot do. */
export type Migration = string | ((runner: Runner) => Promise<void>);

/**
 * Brings a database to the newest version, forward only, in one transaction. Safe with several collectors starting at
 * once: each waits for the one before it and then finds nothing to do.
 *
 * @returns The version that the database was at.
 * @throws if the database was written by a newer version of this package.
 */
export async function migrate(
  connections: Pick<PostgresConnections, "transact">,
  migrations: readonly Migration[],
): Promise<number> {
  return connections.transact("upkeep", async (runner) => {
    await runner.run("SELECT pg_advisory_xact_lock(hashtext('action-telemetry'), 0)");
    await runner.run("CREATE TABLE IF NOT EXISTS schema_version (version integer NOT NULL)");
    const [row] = await runner.rows<{ version: number }>("SELECT version FROM schema_version");
    const version = row?.version ?? 0;
    if (version > migrations.length) {
      throw new Error(
        `@action-telemetry/collector: The database has schema version ${version}, this version of the collector knows ${migrations.length}. ` +
          "Going on could damage it. Run the newer collector, or choose another DATABASE_URL.",
      );
    }
    for (const migration of migrations.slice(version)) {
      if (typeof migration === "string") await runner.run(migration);
      else await migration(runner);
    }
    await runner.run("DELETE FROM schema_version");
    await runner.run("INSERT INTO schema_version VALUES ($1)", [migrations.length]);
    return version;
  });
}
