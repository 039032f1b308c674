import type { DatabaseSync, StatementSync } from "node:sqlite";
import { takeTurns } from "../takeTurns.ts";
import { transact } from "../transact.ts";
import { EventKeys, idsIn } from "./EventKeys.ts";

/** Deliveries deleted in one transaction, so that deleting never holds up ingestion for long. */
const mostAtOnce = 100;

/** Deliveries looked at in one step. */
const lookedAtOnce = 5000;

/** Which deliveries: those of a person, or those received before a moment. */
export type DeliveryCondition = { readonly person: number } | { readonly before: number };

/**
 * Deletes deliveries, some at a time, between which others take their turn; resolves to how many events went. A person's must
 * have been counted before; of the old ones those that have not been counted yet stay.
 */
export async function deleteDeliveries(
  database: DatabaseSync,
  condition: DeliveryCondition,
): Promise<number> {
  let deleted = 0;
  for (const some of "person" in condition
    ? deliveriesOf(database, condition.person)
    : deliveriesBefore(database, condition.before)) {
    deleted += deleteSome(database, some);
    await takeTurns();
  }
  return deleted;
}

function* deliveriesBefore(database: DatabaseSync, before: number): Generator<readonly number[]> {
  const find = database.prepare(
    `SELECT sequence FROM delivery WHERE received_at < ?
       AND sequence <= (SELECT value FROM counter WHERE name = 'counted')
     ORDER BY received_at LIMIT ${mostAtOnce}`,
  );
  for (;;) {
    const some = numbersOf(find, before);
    if (some.length === 0) return;
    yield some;
  }
}

/** There is no index for it, for erasures are few. */
function* deliveriesOf(database: DatabaseSync, person: number): Generator<readonly number[]> {
  const find = database.prepare(
    "SELECT sequence FROM delivery WHERE sequence BETWEEN ? AND ? AND person = ?",
  );
  const { first, last } = database
    .prepare("SELECT min(sequence) AS first, max(sequence) AS last FROM delivery")
    .get() ?? { first: null, last: null };
  if (first === null) return;
  for (let from = Number(first); from <= Number(last); from += lookedAtOnce) {
    const found = numbersOf(find, from, from + lookedAtOnce - 1, person);
    for (let index = 0; index === 0 || index < found.length; index += mostAtOnce) {
      yield found.slice(index, index + mostAtOnce);
    }
  }
}

function numbersOf(find: StatementSync, ...values: readonly number[]): readonly number[] {
  return find.all(...values).map((row) => Number(row["sequence"]));
}

function deleteSome(database: DatabaseSync, deliveries: readonly number[]): number {
  if (deliveries.length === 0) return 0;
  const keys = new EventKeys(database);
  const remove = database.prepare(
    "DELETE FROM delivery WHERE sequence = ? RETURNING person, count, events",
  );
  return transact(database, () => {
    let events = 0;
    for (const delivery of deliveries) {
      const row = remove.get(delivery);
      if (row === undefined) continue;
      keys.remove(Number(row["person"]), idsIn(row["events"] as Uint8Array), delivery);
      events += Number(row["count"]);
    }
    return events;
  });
}
