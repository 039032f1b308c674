import { type PostgresConnections, type Runner, sqlStateOf } from "./PostgresConnections.ts";

/** The code of a lock that was not to be had in time. */
const lockNotAvailable = "55P03";

/**
 * Deletes events received before a moment; resolves to how many. A partition of which at least half goes is emptied as
 * a whole, and the rest put back: that costs a fraction of deleting row by row, and gives the space back at once.
 */
export async function pruneEvents(
  connections: PostgresConnections,
  before: number,
): Promise<number> {
  const upkeep = connections.for("upkeep");
  let deleted = 0;
  for (const partition of await partitionsOf(upkeep)) {
    const { old, all } = await countOld(upkeep, partition, before);
    if (old === 0) continue;
    const isRewritten = old * 2 >= all && (await tryRewrite(connections, partition, before));
    deleted += isRewritten
      ? old
      : await upkeep.run(`DELETE FROM ${partition} WHERE received_at < $1`, [before]);
  }
  return deleted;
}

/** The names of the partitions, quoted where they must be. */
async function partitionsOf(runner: Runner): Promise<readonly string[]> {
  const rows = await runner.rows<{ name: string }>(
    "SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = 'event'::regclass ORDER BY name",
  );
  return rows.map(({ name }) => name);
}

async function countOld(runner: Runner, partition: string, before: number) {
  // Most partitions have none, which the index tells without reading them.
  const some = await runner.rows(`SELECT FROM ${partition} WHERE received_at < $1 LIMIT 1`, [
    before,
  ]);
  if (some.length === 0) return { old: 0, all: 0 };
  const [row] = await runner.rows<{ old: number; all: number }>(
    `SELECT count(*) FILTER (WHERE received_at < $1) AS old, count(*) AS all FROM ${partition}`,
    [before],
  );
  return row ?? { old: 0, all: 0 };
}

/** Resolves to false if somebody is reading the partition. */
async function tryRewrite(
  connections: PostgresConnections,
  partition: string,
  before: number,
): Promise<boolean> {
  try {
    await connections.transact("upkeep", async (runner) => {
      // Whoever comes after us waits as long as we do: not long.
      await runner.run("SET LOCAL lock_timeout = '1s'");
      await runner.run(`LOCK TABLE ${partition} IN ACCESS EXCLUSIVE MODE`);
      await runner.run(
        `CREATE TEMPORARY TABLE kept_event ON COMMIT DROP AS
         SELECT * FROM ${partition} WHERE received_at >= ${Number(before)}`,
      );
      await runner.run(`TRUNCATE ${partition}`);
      await runner.run(`INSERT INTO ${partition} SELECT * FROM kept_event ORDER BY sequence`);
    });
    return true;
  } catch (error) {
    if (sqlStateOf(error) === lockNotAvailable) return false;
    throw error;
  }
}
