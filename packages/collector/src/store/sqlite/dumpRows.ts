import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import type { Outcome } from "@action-telemetry/event-schema";
import type { Tally } from "../EventRecord.ts";
import type { Facet, StoreRow, StoreSize } from "../StoreRow.ts";
import { SqliteErrors } from "./SqliteErrors.ts";
import { SqliteEvents } from "./SqliteEvents.ts";
import { rowToPing } from "./SqlitePings.ts";
import type { KeyParts } from "../rollups/RollUpDimension.ts";
import { KeyTable } from "./rollups/KeyTable.ts";
import { RollUpReader } from "./rollups/RollUpReader.ts";

type Row = Readonly<Record<string, SQLOutputValue>>;

/**
 * Gives every row of the database, erasures first, so that whoever takes them knows whose rows not to take. Consistent
 * within a transaction of the caller. What is left of somebody whose erasure was interrupted is given to nobody.
 */
export function* dumpRows(database: DatabaseSync): Generator<StoreRow, void, undefined> {
  const rows = (sql: string) => database.prepare(sql).iterate() as Iterable<Row>;
  for (const { digest } of rows("SELECT digest FROM erased_person")) {
    yield { type: "erasure", digest: String(digest) };
  }
  for (const row of rows("SELECT day, kind, reason, count FROM tally")) {
    yield { type: "tally", ...(row as unknown as Tally & { day: number }) };
  }
  for (const row of rows("SELECT week, body, answered_at, status, answer FROM ping")) {
    yield { type: "ping", week: Number(row["week"]), ...rowToPing(row) };
  }
  for (const error of new SqliteErrors(database).latest(Number.MAX_SAFE_INTEGER).toReversed()) {
    yield { type: "error", error };
  }
  const keys = new KeyTable(database);
  for (const { key } of rows("SELECT key FROM name_with_arguments")) {
    const { kind, name = "" } = keys.partsOf("name", Number(key));
    yield { type: "arguments", kind, name };
  }
  yield* dumpCounts(new RollUpReader(database), keys);
  yield* dumpPeople(database, keys);
  const erased = new Set(erasedPeople(database).map(({ anonymizedUserId }) => anonymizedUserId));
  for (const event of new SqliteEvents(database, keys).all(erased)) yield { type: "event", event };
}

/** The rows of one day after another, so that little is in memory. */
function* dumpCounts(rollUps: RollUpReader, keys: KeyTable): Generator<StoreRow, void, undefined> {
  for (const span of rollUps.daysOf("facet")) {
    const rows: StoreRow[] = [];
    rollUps.visitCounts("facet", span, (day, key, executions, synthetic) => {
      const facet = toFacet(keys.partsOf("facet", key));
      rows.push({ type: "count", day, facet, executions, synthetic });
    });
    yield* rows;
  }
  for (const span of rollUps.daysOf("facetCompletion")) {
    const rows: StoreRow[] = [];
    rollUps.visitCounts("facetCompletion", span, (day, key, count) => {
      const parts = keys.partsOf("facetCompletion", key);
      const { outcome, step = "" } = parts;
      rows.push({
        type: "completion",
        day,
        facet: toFacet(parts),
        outcome: outcome as Outcome,
        ...(step !== "" && { step: Number(step) }),
        count,
      });
    });
    yield* rows;
  }
}

function* dumpPeople(database: DatabaseSync, keys: KeyTable): Generator<StoreRow, void, undefined> {
  const rollUps = new RollUpReader(database);
  const find = database.prepare("SELECT anonymized_user_id AS id FROM person WHERE person.id = ?");
  const erased = new Set(erasedPeople(database).map(({ person }) => person));
  for (const span of rollUps.daysOfPeople("facet")) {
    for (const [key, people] of rollUps.peopleOf("facet", span)) {
      const facet = toFacet(keys.partsOf("facet", key));
      for (const person of people.numbers()) {
        if (erased.has(person)) continue;
        const anonymizedUserId = String(find.get(person)?.["id"]);
        yield { type: "person", day: span.first, facet, anonymizedUserId };
      }
    }
  }
}

/** Whose erasure is under way. */
function erasedPeople(database: DatabaseSync) {
  const rows = database
    .prepare(
      "SELECT person.id, anonymized_user_id FROM erased_person JOIN person ON person.id = erased_person.person",
    )
    .all();
  return rows.map((row) => ({
    person: Number(row["id"]),
    anonymizedUserId: String(row["anonymized_user_id"]),
  }));
}

function toFacet(parts: KeyParts): Facet {
  const { kind, name = "", surface = "", trigger = "", source = "", platform = "" } = parts;
  return { kind, name, surface, trigger, source, platform };
}

/** How many rows `dumpRows` gives of each type. */
export function countRows(database: DatabaseSync): StoreSize {
  const rollUps = new RollUpReader(database);
  let [count, completion, person] = [0, 0, 0];
  const erased = erasedPeople(database).map((row) => row.person);
  for (const span of rollUps.daysOf("facet")) {
    rollUps.visitCounts("facet", span, () => (count += 1));
  }
  for (const span of rollUps.daysOfPeople("facet")) {
    for (const people of rollUps.peopleOf("facet", span).values()) {
      person += people.count() - erased.filter((one) => people.has(one)).length;
    }
  }
  for (const span of rollUps.daysOf("facetCompletion")) {
    rollUps.visitCounts("facetCompletion", span, () => (completion += 1));
  }
  const number = (sql: string) => Number(database.prepare(sql).get()?.["count"] ?? 0);
  const rowsOf = (table: string) => number(`SELECT COUNT(*) AS count FROM ${table}`);
  return {
    event: number(
      `SELECT SUM(count) AS count FROM delivery WHERE person NOT IN
         (SELECT person FROM erased_person WHERE erased_person.person IS NOT NULL)`,
    ),
    count,
    person,
    completion,
    arguments: rowsOf("name_with_arguments"),
    tally: rowsOf("tally"),
    ping: rowsOf("ping"),
    error: rowsOf("error_report"),
    erasure: rowsOf("erased_person"),
  };
}
