import { deleteRuns } from "./deleteRuns.ts";
import { EventSpans } from "./EventSpans.ts";
import { giveBackSpace } from "./giveBackSpace.ts";
import { lockRuns } from "./lockRuns.ts";
import type { PostgresConnections } from "./PostgresConnections.ts";
import { nextGeneration } from "./rollups/addToRollUps.ts";
import { isJoinedSlot } from "./slotOf.ts";
import { storeJoined } from "./storeJoined.ts";

/** Deletes events received before a moment, one partition after another; resolves to how many. */
export async function pruneEvents(
  connections: PostgresConnections,
  before: number,
): Promise<number> {
  const upkeep = connections.for("upkeep");
  let deleted = 0;
  for (const slot of await new EventSpans(upkeep).receivedBefore(before)) {
    const some = await connections.transact("upkeep", async (runner) => {
      await runner.run(lockRuns);
      const isOld = `slot = ${Number(slot)} AND received_at < $1`;
      const whole = `${isOld} AND coalesce(last_received_at, received_at) < $1`;
      const runs = await deleteRuns(runner, whole, [before]);
      if (!isJoinedSlot(slot)) return runs;
      const kept = "received_at >= $1";
      const values = [before];
      return runs + (await storeJoined(runner, { slot, taken: isOld, kept, lot: "first", values }));
    });
    if (some > 0) await giveBackSpace(connections, slot);
    deleted += some;
  }
  // Counts of hours are made from events, and remembered.
  if (deleted > 0) await upkeep.run(nextGeneration);
  return deleted;
}
