import { type PostgresConnections, type Runner, sqlStateOf } from "./PostgresConnections.ts";
import { partitionOf } from "./slotOf.ts";

/** The code of a lock that was not to be had in time. */
const lockNotAvailable = "55P03";

/**
 * Gives back the space of what was deleted from a partition: to what comes next, or to the system if nothing is left.
 * Nobody waits for it longer than a moment; what fails because of that succeeds another time.
 *
 * @param isChanged - Whether something was deleted since the last time.
 */
export async function giveBackSpace(
  connections: PostgresConnections,
  slot: number,
  isChanged: boolean,
): Promise<void> {
  const partition = partitionOf(slot);
  const upkeep = connections.for("upkeep");
  // Whoever is at it already does the same; two would hold each other up.
  if (isChanged) await upkeep.run(`VACUUM (SKIP_LOCKED) ${partition}`);
  // A partition without a page has nothing that anybody could still see; only its indexes take room.
  if (!(await isWithoutPage(upkeep, partition))) return;
  try {
    await connections.transact("upkeep", async (runner) => {
      await runner.run("SET LOCAL lock_timeout = '50ms'");
      await runner.run(`LOCK TABLE ${partition} IN ACCESS EXCLUSIVE MODE`);
      if (!(await isWithoutPage(runner, partition))) return;
      await runner.run(`TRUNCATE ${partition}`);
      await runner.run("DELETE FROM event_span WHERE slot = $1", [slot]);
    });
  } catch (error) {
    if (sqlStateOf(error) !== lockNotAvailable) throw error;
  }
}

async function isWithoutPage(runner: Runner, partition: string): Promise<boolean> {
  const [row] = await runner.rows<{ bytes: number }>(
    `SELECT pg_relation_size('${partition}') AS bytes`,
  );
  return row?.bytes === 0;
}
