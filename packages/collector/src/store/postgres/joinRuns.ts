import { EventSpans } from "./EventSpans.ts";
import { giveBackSpace } from "./giveBackSpace.ts";
import { lockRuns } from "./lockRuns.ts";
import { isSmall } from "./migrations/createJoins.ts";
import type { PostgresConnections, Runner } from "./PostgresConnections.ts";
import { storeJoined } from "./storeJoined.ts";
import { joinedSlotOf } from "./slotOf.ts";

/** How many runs are joined in one transaction at most. */
const mostRuns = 4096;

/** Fewer events wait for more of their day, but no longer than a day; and very few as long as it takes. */
const enoughEvents = 512;
const fewestRuns = 8;

/** Events whose times and numbers are not too far from each other. */
const lot = "occurred_at >> 30, received_at >> 30, skew + (1 << 29) >> 30, sequence >> 30";

const isRipe = `count(*) >= ${fewestRuns} AND (sum(size) >= ${enoughEvents}
  OR min(received_at) < extract(epoch FROM now() - interval '1 day') * 1000)`;

/**
 * Joins small runs, as they come in deliveries of a few events, into runs that take a fraction of the room. Nobody who
 * stores or reads waits for it, and several collectors may do it at once.
 */
export async function joinRuns(connections: PostgresConnections): Promise<void> {
  const upkeep = connections.for("upkeep");
  for (const slot of await new EventSpans(upkeep).unjoined()) {
    await giveBackSpace(connections, slot, await joinSlot(connections, slot));
  }
}

/** Resolves to whether there was anything to join. */
async function joinSlot(connections: PostgresConnections, slot: number): Promise<boolean> {
  // Until their space is given back, runs that were joined are still in the way of who begins with the first.
  let after = 0;
  for (;;) {
    const small = oldestSmall(slot, after);
    const [oldest] = await connections
      .for("upkeep")
      .rows<{ ripe: boolean; last: number }>(
        `SELECT ${isRipe} AS ripe, max(sequence) AS last FROM (${small}) AS small`,
      );
    if (oldest?.ripe !== true) return after > 0;
    const taken = `ctid = ANY (ARRAY(SELECT place FROM (${small}) AS small))`;
    await connections.transact("upkeep", async (runner) => {
      await runner.run(lockRuns);
      await join(runner, slot, `slot = ${Number(slot)} AND ${taken}`);
    });
    after = oldest.last;
  }
}

function oldestSmall(slot: number, after: number): string {
  return `SELECT ctid AS place, coalesce(cardinality(ids), 1) AS size, received_at, sequence
    FROM event_run WHERE slot = ${Number(slot)} AND ${isSmall} AND sequence > ${after}
    ORDER BY sequence LIMIT ${mostRuns}`;
}

/** Joins all runs of a partition, in a transaction of the caller that holds `lockRuns`. */
export async function joinAll(runner: Runner, slot: number): Promise<void> {
  await join(runner, slot, `slot = ${Number(slot)}`);
}

async function join(runner: Runner, slot: number, taken: string): Promise<void> {
  const joinedSlot = joinedSlotOf(slot);
  await runner.run("SELECT make_event_partition($1)", [joinedSlot]);
  await storeJoined(runner, { slot: joinedSlot, taken, lot });
}
