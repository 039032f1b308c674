import { type PostgresConnections, sqlStateOf } from "./PostgresConnections.ts";
import { partitionOf } from "./slotOf.ts";

/** The code of a lock that was not to be had in time. */
const lockNotAvailable = "55P03";

/**
 * Gives back the space of what was deleted from a partition: to what comes next, or to the system if nothing is left.
 * Nobody waits for it longer than a moment.
 */
export async function giveBackSpace(connections: PostgresConnections, slot: number): Promise<void> {
  const partition = partitionOf(slot);
  const upkeep = connections.for("upkeep");
  await upkeep.run(`VACUUM ${partition}`);
  const sizeQuery = `SELECT pg_relation_size('${partition}') AS bytes`;
  const isEmpty = async (runner: typeof upkeep) => {
    const [row] = await runner.rows<{ bytes: number }>(sizeQuery);
    return row?.bytes === 0;
  };
  // A partition without a page has nothing that anybody could still see; only its indexes take room.
  if (!(await isEmpty(upkeep))) return;
  try {
    await connections.transact("upkeep", async (runner) => {
      await runner.run("SET LOCAL lock_timeout = '50ms'");
      await runner.run(`LOCK TABLE ${partition} IN ACCESS EXCLUSIVE MODE`);
      if (!(await isEmpty(runner))) return;
      await runner.run(`TRUNCATE ${partition}`);
      await runner.run("DELETE FROM event_span WHERE slot = $1", [slot]);
    });
  } catch (error) {
    // Somebody reads or stores: there will be another time.
    if (sqlStateOf(error) !== lockNotAvailable) throw error;
  }
}
