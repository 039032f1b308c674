import { deleteRuns } from "./deleteRuns.ts";
import { EventSpans, whereSlot } from "./EventSpans.ts";
import { type PostgresConnections, sqlStateOf } from "./PostgresConnections.ts";
import { nextGeneration } from "./rollups/addToRollUps.ts";

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
  for (const slot of await new EventSpans(upkeep).receivedBefore(before)) {
    const [row] = await upkeep.rows<{ partition: string; old: number; all: number }>(
      `SELECT tableoid::regclass::text AS partition, sum(coalesce(cardinality(ids), 1)) AS all,
              coalesce(sum(coalesce(cardinality(ids), 1)) FILTER (WHERE received_at < $1), 0)::bigint AS old
       FROM event_run WHERE ${whereSlot([slot])} GROUP BY 1`,
      [before],
    );
    if (row === undefined || row.old === 0) continue;
    const isRewritten =
      row.old * 2 >= row.all && (await tryRewrite(connections, { slot, ...row }, before));
    deleted += isRewritten
      ? row.old
      : await deleteRuns(upkeep, row.partition, "received_at < $1", [before]);
  }
  // Counts of hours are made from events, and remembered.
  if (deleted > 0) await upkeep.run(nextGeneration);
  return deleted;
}

/** Resolves to false if somebody is reading the partition. */
async function tryRewrite(
  connections: PostgresConnections,
  { slot, partition }: { readonly slot: number; readonly partition: string },
  before: number,
): Promise<boolean> {
  try {
    await connections.transact("upkeep", async (runner) => {
      // Whoever comes after us waits as long as we do: not long.
      await runner.run("SET LOCAL lock_timeout = '1s'");
      await runner.run(`LOCK TABLE ${partition} IN ACCESS EXCLUSIVE MODE`);
      await runner.run(
        `CREATE TEMPORARY TABLE kept_run ON COMMIT DROP AS
         SELECT * FROM ${partition} WHERE received_at >= ${Number(before)}`,
      );
      await runner.run(`TRUNCATE ${partition}`);
      await runner.run(`INSERT INTO ${partition} SELECT * FROM kept_run ORDER BY sequence`);
      await runner.run("DELETE FROM event_span WHERE slot = $1", [slot]);
      await runner.run(
        `INSERT INTO event_span
         SELECT slot, min(sequence), max(sequence + coalesce(cardinality(ids), 1) - 1), min(received_at), min(occurred_at),
                max(last_occurred_at)
         FROM kept_run GROUP BY slot`,
      );
    });
    return true;
  } catch (error) {
    if (sqlStateOf(error) === lockNotAvailable) return false;
    throw error;
  }
}
