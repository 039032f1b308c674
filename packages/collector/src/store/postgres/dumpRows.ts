import type { QueryResultRow } from "pg";
import type { Facet, StoreRow, StoreSize } from "../StoreRow.ts";
import type { Tally } from "../EventRecord.ts";
import { outcomes } from "./outcomes.ts";
import type { PostgresConnections, Runner } from "./PostgresConnections.ts";
import { erasedPeople } from "./PostgresErasures.ts";
import { type ErrorRow, type PingRow, rowToError, rowToPing } from "./PostgresNotes.ts";
import { type EventRow, rowToStoredEvent, storedEventQuery } from "./storedEventQuery.ts";

/** Rows given at once. */
const step = 2000;

const facetColumns = 'kind, name, surface, "trigger", source, platform';

type DayRow = Facet & { readonly day: number };

/** One type of rows: where they are, and how they are given. */
interface Source<Row extends QueryResultRow> {
  readonly type: StoreRow["type"];
  readonly sql: string;
  toStoreRow(row: Row): StoreRow;
}

function source<Row extends QueryResultRow>(
  type: StoreRow["type"],
  sql: string,
  toStoreRow: (row: Row) => StoreRow,
): Source<QueryResultRow> {
  return { type, sql, toStoreRow: toStoreRow as (row: QueryResultRow) => StoreRow };
}

/** Erasures come first, so that whoever takes the rows knows whose not to take. */
const sources: readonly Source<QueryResultRow>[] = [
  source<{ digest: string }>("erasure", "SELECT digest FROM erased_person", ({ digest }) => ({
    type: "erasure",
    digest,
  })),
  source<Tally & { day: number }>("tally", "SELECT day, kind, reason, count FROM tally", (row) => ({
    type: "tally",
    ...row,
  })),
  source<PingRow & { week: number }>(
    "ping",
    "SELECT week, body, answered_at, status FROM ping",
    (row) => ({ type: "ping", week: row.week, ...rowToPing(row) }),
  ),
  source<ErrorRow>(
    "error",
    "SELECT received_at, body FROM error_report ORDER BY sequence",
    (row) => ({ type: "error", error: rowToError(row) }),
  ),
  source<DayRow & { executions: number; synthetic: number }>(
    "count",
    `SELECT day, executions, synthetic, ${facetColumns} FROM day_count JOIN facet ON facet.id = facet`,
    ({ executions, synthetic, ...row }) => ({
      type: "count",
      ...dayOf(row),
      executions,
      synthetic,
    }),
  ),
  source<DayRow & { anonymized_user_id: string }>(
    "person",
    `SELECT day, anonymized_user_id, ${facetColumns} FROM day_person
     JOIN facet ON facet.id = facet JOIN person ON person.id = person
     WHERE person NOT IN (${erasedPeople})`,
    ({ anonymized_user_id: anonymizedUserId, ...row }) => ({
      type: "person",
      ...dayOf(row),
      anonymizedUserId,
    }),
  ),
  source<DayRow & { outcome: number; step: number; count: number }>(
    "completion",
    `SELECT day, outcome, step, count, ${facetColumns} FROM day_completion
     JOIN facet ON facet.id = facet`,
    ({ outcome, step: reached, count, ...row }) => ({
      type: "completion",
      ...dayOf(row),
      outcome: outcomes[outcome] ?? "succeeded",
      ...(reached >= 0 && { step: reached }),
      count,
    }),
  ),
  source<EventRow>(
    "event",
    `${storedEventQuery} WHERE event.person NOT IN (${erasedPeople}) ORDER BY sequence`,
    (row) => ({ type: "event", event: rowToStoredEvent(row) }),
  ),
];

/** Gives every row of the database, as it was when the first was read. */
export async function* dumpRows(
  connections: PostgresConnections,
): AsyncGenerator<readonly StoreRow[], void, undefined> {
  const snapshot = await connections.openSnapshot();
  try {
    for (const { sql, toStoreRow } of sources) {
      await snapshot.run(`DECLARE dumped NO SCROLL CURSOR FOR ${sql}`);
      for (;;) {
        const rows = await snapshot.rows<QueryResultRow>(`FETCH ${step} FROM dumped`);
        if (rows.length === 0) break;
        yield rows.map(toStoreRow);
      }
      await snapshot.run("CLOSE dumped");
    }
  } finally {
    snapshot.end();
  }
}

/** How many rows `dumpRows` gives of each type. */
export async function countRows(runner: Runner): Promise<StoreSize> {
  const counts: [string, number][] = [];
  for (const { type, sql } of sources) {
    const [row] = await runner.rows<{ count: number }>(
      `SELECT count(*) AS count FROM (${sql}) AS rows`,
    );
    counts.push([type, row?.count ?? 0]);
  }
  return Object.fromEntries(counts) as StoreSize;
}

function dayOf({ day, kind, name, surface, trigger, source: sent, platform }: DayRow) {
  const facet: Facet = { kind, name, surface, trigger, source: sent, platform };
  return { day, facet };
}
