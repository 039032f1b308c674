import { PendingCounts } from "../../rollups/PendingCounts.ts";
import type { PostgresConnections, Runner } from "../PostgresConnections.ts";
import { addToRollUps, lockRollUps, nextGeneration } from "./addToRollUps.ts";
import { type PendingRow, countPending, pendingColumns } from "./pendingCounts.ts";

/** How many events are moved in one transaction, at least if there are so many. */
const step = 250_000;

/** How many events that came meanwhile are enough to go on: handfuls, moved again and again, write as much as many. */
const worthwhile = 8000;

/**
 * Moves what has been counted into the roll-ups, where it takes a fraction of the space and of the time to read. A row of
 * them is dear to write, and so much is moved at once.
 */
export async function foldCounts(connections: PostgresConnections): Promise<void> {
  while (await connections.transact("upkeep", foldSome));
}

/** Resolves to whether there was more, or is by now. */
async function foldSome(runner: Runner): Promise<boolean> {
  await runner.run(lockRollUps);
  const counts = new PendingCounts();
  const rows = await runner.rows<PendingRow & { readonly newest: number }>(
    `WITH taken AS (
       SELECT sequence FROM (
         SELECT sequence, sum(cardinality(people)) OVER (ORDER BY sequence) AS events FROM pending_count
       ) AS pending WHERE events - ${step} < 0 OR sequence = (SELECT min(sequence) FROM pending_count))
     DELETE FROM pending_count WHERE sequence IN (SELECT sequence FROM taken)
     RETURNING ${pendingColumns}, (SELECT max(sequence) FROM pending_count) AS newest`,
  );
  if (rows.length === 0) return false;
  for (const row of rows) countPending(counts, row);
  await addToRollUps(runner, counts);
  await runner.run(nextGeneration);
  const wasMore = rows.every(({ sequence, newest }) => sequence < newest);
  return wasMore || (await countWaiting(runner)) >= worthwhile;
}

async function countWaiting(runner: Runner): Promise<number> {
  const [waiting] = await runner.rows<{ readonly events: number }>(
    "SELECT coalesce(sum(cardinality(people)), 0)::integer AS events FROM pending_count",
  );
  return waiting?.events ?? 0;
}
