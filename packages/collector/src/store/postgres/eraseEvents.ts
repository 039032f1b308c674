import { deleteRuns } from "./deleteRuns.ts";
import { lockRuns } from "./lockRuns.ts";
import type { PostgresConnections } from "./PostgresConnections.ts";
import { isJoinedSlot } from "./slotOf.ts";
import { storeJoined } from "./storeJoined.ts";

/** Deletes the events of people of whom no more can come; resolves to how many there were. */
export async function eraseEvents(
  connections: PostgresConnections,
  people: readonly number[],
): Promise<number> {
  // First of all what could still be joined.
  let deleted = await connections.transact("upkeep", async (runner) => {
    await runner.run(lockRuns);
    return deleteRuns(runner, "person = ANY ($1)", [people]);
  });
  const slots = await connections
    .for("upkeep")
    .rows<{ slot: number }>("SELECT slot FROM event_span ORDER BY slot");
  for (const { slot } of slots.filter((span) => isJoinedSlot(span.slot))) {
    deleted += await connections.transact("upkeep", async (runner) => {
      await runner.run(lockRuns);
      return storeJoined(runner, {
        slot,
        taken: `slot = ${Number(slot)} AND people && $1`,
        kept: "person <> ALL ($1)",
        lot: "first",
        values: [people],
      });
    });
  }
  return deleted;
}
