import { deleteRuns } from "./deleteRuns.ts";
import { EventSpans } from "./EventSpans.ts";
import { lockRuns } from "./lockRuns.ts";
import type { PostgresConnections } from "./PostgresConnections.ts";
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
  for (const slot of await new EventSpans(connections.for("upkeep")).joined()) {
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
