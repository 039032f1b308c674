import type { DatabaseSync } from "node:sqlite";
import { Counters } from "./Counters.ts";
import { transact } from "./transact.ts";

/** Rows looked at in one transaction, so that deleting never holds up ingestion for long. */
const step = 5000;

/**
 * Deletes events received before a moment; resolves to how many. Events are stored in the order of their receipt, so that
 * it stops at the first that stays; those that came from another store are looked at one by one.
 */
export async function pruneEvents(database: DatabaseSync, before: number): Promise<number> {
  const counters = new Counters(database);
  const next = database.prepare(
    `SELECT min(sequence) AS first, max(sequence) AS last, max(received_at) AS latest
     FROM (SELECT sequence, received_at FROM event WHERE sequence > ? ORDER BY sequence LIMIT ${step})`,
  );
  const remove = database.prepare(
    "DELETE FROM event WHERE sequence BETWEEN ? AND ? AND received_at < ?",
  );
  const loaded = counters.highestLoaded();
  let deleted = 0;
  for (let after = 0; ;) {
    const { first, last, latest } = next.get(after) ?? {};
    if (first === null || first === undefined) return deleted;
    deleted += transact(database, () => {
      counters.keepSequence();
      return Number(remove.run(first, last ?? null, before).changes);
    });
    after = Number(last);
    if (after >= loaded && Number(latest) >= before) return deleted;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
