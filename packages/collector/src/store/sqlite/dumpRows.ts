import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import type { Outcome } from "@action-telemetry/event-schema";
import type { EventKind, Tally } from "../EventRecord.ts";
import type { Facet, StoreRow, StoreSize } from "../StoreRow.ts";
import { SqliteErrors } from "./SqliteErrors.ts";
import { rowToPing } from "./SqlitePings.ts";
import { rowToStoredEvent, storedEventQuery } from "./storedEventQuery.ts";

type Row = Readonly<Record<string, SQLOutputValue>>;

/** What is left of somebody whose erasure was interrupted is given to nobody. */
const notErased =
  "NOT IN (SELECT person FROM erased_person WHERE erased_person.person IS NOT NULL)";

const facetColumns = 'kind, name, surface, "trigger", source, platform';

/**
 * Gives every row of the database, erasures first, so that whoever takes them knows whose rows not to take. Consistent
 * within a transaction of the caller.
 */
export function* dumpRows(database: DatabaseSync): Generator<StoreRow, void, undefined> {
  const rows = (sql: string) => database.prepare(sql).iterate() as Iterable<Row>;
  for (const { digest } of rows("SELECT digest FROM erased_person")) {
    yield { type: "erasure", digest: String(digest) };
  }
  for (const row of rows("SELECT day, kind, reason, count FROM tally")) {
    yield { type: "tally", ...(row as unknown as Tally & { day: number }) };
  }
  for (const row of rows("SELECT week, body, answered_at, status FROM ping")) {
    yield { type: "ping", week: Number(row["week"]), ...rowToPing(row) };
  }
  for (const error of new SqliteErrors(database).latest(Number.MAX_SAFE_INTEGER).toReversed()) {
    yield { type: "error", error };
  }
  yield* dumpCounts(rows);
  for (const row of rows(`${storedEventQuery} WHERE event.person ${notErased} ORDER BY sequence`)) {
    yield { type: "event", event: rowToStoredEvent(row) };
  }
}

function* dumpCounts(rows: (sql: string) => Iterable<Row>): Generator<StoreRow, void, undefined> {
  for (const row of rows(
    `SELECT day, executions, synthetic, ${facetColumns} FROM day_count JOIN facet ON facet.id = facet`,
  )) {
    const [executions, synthetic] = [Number(row["executions"]), Number(row["synthetic"])];
    yield { type: "count", ...dayOf(row), executions, synthetic };
  }
  for (const row of rows(
    `SELECT day, anonymized_user_id, ${facetColumns} FROM day_person
     JOIN facet ON facet.id = facet JOIN person ON person.id = person
     WHERE person ${notErased}`,
  )) {
    yield { type: "person", ...dayOf(row), anonymizedUserId: String(row["anonymized_user_id"]) };
  }
  for (const row of rows(
    `SELECT day, outcome, step, count, ${facetColumns} FROM day_completion JOIN facet ON facet.id = facet`,
  )) {
    const step = Number(row["step"]);
    const outcome = row["outcome"] as Outcome;
    const count = Number(row["count"]);
    yield { type: "completion", ...dayOf(row), outcome, ...(step >= 0 && { step }), count };
  }
}

function dayOf(row: Row): { readonly day: number; readonly facet: Facet } {
  const facet: Facet = {
    kind: row["kind"] as EventKind,
    name: String(row["name"]),
    surface: String(row["surface"]),
    trigger: String(row["trigger"]),
    source: String(row["source"]),
    platform: String(row["platform"]),
  };
  return { day: Number(row["day"]), facet };
}

const tableByType: Readonly<Record<StoreRow["type"], string>> = {
  event: `event WHERE person ${notErased}`,
  count: "day_count",
  person: `day_person WHERE person ${notErased}`,
  completion: "day_completion",
  tally: "tally",
  ping: "ping",
  error: "error_report",
  erasure: "erased_person",
};

/** How many rows `dumpRows` gives of each type. */
export function countRows(database: DatabaseSync): StoreSize {
  const counts = Object.entries(tableByType).map(([type, table]) => [
    type,
    Number(database.prepare(`SELECT COUNT(*) AS count FROM ${table}`).get()?.["count"]),
  ]);
  return Object.fromEntries(counts) as StoreSize;
}
