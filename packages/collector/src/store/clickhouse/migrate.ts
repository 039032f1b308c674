import type { ClickHouseConnection } from "./ClickHouseConnection.ts";

/** The oldest server whose features are all known to be there, as year and month. */
const oldestServer = [25, 8] as const;

/** Which shard of how many a database is, counted from 0. */
export interface ShardPlace {
  readonly shard: number;
  readonly shards: number;
}

/**
 * Brings a database to the newest version, forward only. Statements may be run again, so that it is safe with several
 * collectors starting at once, and goes on where it was interrupted.
 *
 * @returns The version that the database was at.
 * @throws if the server is too old, the database was written by a newer version of this package, or belongs to another
 *   place among the shards.
 */
export async function migrate(
  connection: ClickHouseConnection,
  migrations: readonly (readonly string[])[],
  { shard, shards }: ShardPlace,
): Promise<number> {
  await checkServer(connection);
  const [database] = await connection.rows<{ readonly engine: string }>(
    "SELECT engine FROM system.databases WHERE name = currentDatabase()",
  );
  const prefix = database?.engine === "Replicated" ? "Replicated" : "";
  const run = (statement: string) => connection.run(statement.replace("{Replicated}", prefix));
  await run(
    `CREATE TABLE IF NOT EXISTS schema_version (version UInt32, shard UInt32, shards UInt32)
     ENGINE = {Replicated}MergeTree ORDER BY version
     SETTINGS fsync_after_insert = 1, fsync_part_directory = 1`,
  );
  const version = await checkVersion(connection, migrations.length, { shard, shards });
  for (const [index, statements] of migrations.slice(version).entries()) {
    for (const statement of statements) await run(statement);
    const row = [version + index + 1, shard, shards];
    await connection.insert("schema_version", ["version", "shard", "shards"], [row]);
  }
  return version;
}

async function checkServer(connection: ClickHouseConnection): Promise<void> {
  const version = await connection.version();
  const [year = 0, month = 0] = version.split(".").map(Number);
  const [oldestYear, oldestMonth] = oldestServer;
  if (year > oldestYear || (year === oldestYear && month >= oldestMonth)) return;
  throw new Error(
    `@action-telemetry/collector: The server is ClickHouse ${version}, and ${oldestServer.join(".")} or newer is needed. ` +
      "Older ones cannot look up, delete and de-duplicate as this store relies on. Upgrade the server.",
  );
}

async function checkVersion(
  connection: ClickHouseConnection,
  newest: number,
  place: ShardPlace,
): Promise<number> {
  const rows = await connection.rows<ShardPlace & { readonly version: number }>(
    "SELECT version, shard, shards FROM schema_version ORDER BY version",
  );
  const version = rows.at(-1)?.version ?? 0;
  if (version > newest) {
    throw new Error(
      `@action-telemetry/collector: The database has schema version ${version}, this version of the collector knows ${newest}. ` +
        "Going on could damage it. Run the newer collector, or choose another DATABASE_URL.",
    );
  }
  const other = rows.find(({ shard, shards }) => shard !== place.shard || shards !== place.shards);
  if (other !== undefined) {
    throw new Error(
      `@action-telemetry/collector: The database is shard ${other.shard + 1} of ${other.shards}, and is used as ${place.shard + 1} of ${place.shards}. ` +
        "People are looked for on the shard that their ID leads to. Name the same hosts in the same order as before; to change their number, copy the store into a new one.",
    );
  }
  return version;
}
