import type { QueryResultRow } from "pg";
import { dumpPeople } from "./dumpPeople.ts";
import { facetColumns, facetOf } from "./facetOf.ts";
import type { Facet, StoreRow, StoreSize } from "../StoreRow.ts";
import type { Tally } from "../EventRecord.ts";
import { outcomes } from "./outcomes.ts";
import type { PostgresConnections, Runner } from "./PostgresConnections.ts";
import { erasedPeople } from "./PostgresErasures.ts";
import { type ErrorRow, type PingRow, rowToError, rowToPing } from "./PostgresNotes.ts";
import { type EventRow, rowToStoredEvent, storedEventQuery } from "./storedEventQuery.ts";

/** Rows given at once. */
const step = 2000;

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
    "SELECT week, body, answered_at, status, answer FROM ping",
    (row) => ({ type: "ping", week: row.week, ...rowToPing(row) }),
  ),
  source<ErrorRow>(
    "error",
    "SELECT received_at, body FROM error_report ORDER BY sequence",
    (row) => ({ type: "error", error: rowToError(row) }),
  ),
  source<Pick<Facet, "kind" | "name">>(
    "arguments",
    "SELECT DISTINCT kind, name FROM facet WHERE has_arguments",
    (row) => ({ type: "arguments", ...row }),
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
];

const events = source<EventRow>(
  "event",
  `${storedEventQuery} WHERE event.person NOT IN (${erasedPeople}) ORDER BY sequence`,
  (row) => ({ type: "event", event: rowToStoredEvent(row) }),
);

/** Gives every row of the database, as it was when the first was read. */
export async function* dumpRows(
  connections: PostgresConnections,
): AsyncGenerator<readonly StoreRow[], void, undefined> {
  const snapshot = await connections.openSnapshot();
  try {
    for (const each of sources) yield* dumpSource(snapshot, each);
    yield* dumpPeople(snapshot);
    yield* dumpSource(snapshot, events);
  } finally {
    snapshot.end();
  }
}

async function* dumpSource(
  snapshot: Runner,
  { sql, toStoreRow }: Source<QueryResultRow>,
): AsyncGenerator<readonly StoreRow[], void, undefined> {
  await snapshot.run(`DECLARE dumped NO SCROLL CURSOR FOR ${sql}`);
  for (;;) {
    const rows = await snapshot.rows<QueryResultRow>(`FETCH ${step} FROM dumped`);
    if (rows.length === 0) break;
    yield rows.map(toStoreRow);
  }
  await snapshot.run("CLOSE dumped");
}

/** How many rows `dumpRows` gives of each type. */
export async function countRows(connections: PostgresConnections): Promise<StoreSize> {
  const snapshot = await connections.openSnapshot();
  try {
    const counts = new Map<StoreRow["type"], number>();
    for (const { type, sql } of [...sources, events]) {
      const [row] = await snapshot.rows<{ count: number }>(
        `SELECT count(*) AS count FROM (${sql}) AS rows`,
      );
      counts.set(type, row?.count ?? 0);
    }
    let people = 0;
    for await (const rows of dumpPeople(snapshot)) people += rows.length;
    counts.set("person", people);
    return Object.fromEntries(counts) as StoreSize;
  } finally {
    snapshot.end();
  }
}

function dayOf({ day, ...row }: DayRow) {
  return { day, facet: facetOf(row) };
}
