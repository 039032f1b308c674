import { deleteRuns } from "./deleteRuns.ts";
import { EventSpans } from "./EventSpans.ts";
import { giveBackSpace } from "./giveBackSpace.ts";
import { lockRuns } from "./lockRuns.ts";
import { joinAll } from "./joinRuns.ts";
import type { PostgresConnections, Runner } from "./PostgresConnections.ts";
import { nextGeneration } from "./rollups/addToRollUps.ts";
import { isJoinedSlot } from "./slotOf.ts";
import { storeJoined } from "./storeJoined.ts";

/** As many runs as one transaction may move. */
const mostLeft = 4096;

/** Deletes events received before a moment, one partition after another; resolves to how many. */
export async function pruneEvents(
  connections: PostgresConnections,
  before: number,
): Promise<number> {
  const upkeep = connections.for("upkeep");
  let deleted = 0;
  for (const slot of await new EventSpans(upkeep).receivedBefore(before)) {
    const some = await connections.transact("upkeep", (runner) => pruneSlot(runner, slot, before));
    await giveBackSpace(connections, slot, some > 0);
    deleted += some;
  }
  // Counts of hours are made from events, and remembered.
  if (deleted > 0) await upkeep.run(nextGeneration);
  return deleted;
}

async function pruneSlot(runner: Runner, slot: number, before: number): Promise<number> {
  await runner.run(lockRuns);
  const inSlot = `slot = ${Number(slot)}`;
  const isOld = `${inSlot} AND received_at < $1`;
  const values = [before];
  const isWhollyOld = `${isOld} AND coalesce(last_received_at, received_at) < $1`;
  const deleted = await deleteRuns(runner, isWhollyOld, values);
  if (isJoinedSlot(slot)) {
    const kept = "received_at >= $1";
    return (
      deleted + (await storeJoined(runner, { slot, taken: isOld, kept, lot: "first", values }))
    );
  }
  // What is left of a partition, if it is little, must not keep the space of all that went.
  const [left] = await runner.rows<{ runs: number }>(
    `SELECT count(*) AS runs FROM (SELECT FROM event_run WHERE ${inSlot} LIMIT ${mostLeft + 1}) AS few`,
  );
  if (deleted > 0 && left !== undefined && left.runs <= mostLeft) await joinAll(runner, slot);
  return deleted;
}
