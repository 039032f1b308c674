import type { QueryResultRow } from "pg";
import type { Facet, StoreRow, StoreSize } from "../StoreRow.ts";
import type { Tally } from "../EventRecord.ts";
import type { PostgresConnections, Runner } from "./PostgresConnections.ts";
import { erasedPeople } from "./PostgresErasures.ts";
import { type ErrorRow, type PingRow, rowToError, rowToPing } from "./PostgresNotes.ts";
import { dumpCounts, dumpPeople, readFacets } from "./rollups/dumpCounts.ts";
import { readOpen } from "./rollups/pendingCounts.ts";
import { type EventRow, rowToStoredEvent, storedEventQuery } from "./storedEventQuery.ts";

/** Rows given at once. */
const step = 2000;

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
];

const events = source<EventRow>(
  "event",
  `${storedEventQuery({ events: `person NOT IN (${erasedPeople})` })} ORDER BY sequence`,
  (row) => ({ type: "event", event: rowToStoredEvent(row) }),
);

/** Gives every row of the database, as it was when the first was read. */
export async function* dumpRows(
  connections: PostgresConnections,
): AsyncGenerator<readonly StoreRow[], void, undefined> {
  const snapshot = await connections.openSnapshot();
  try {
    for (const each of sources) yield* dumpSource(snapshot, each);
    const facets = await readFacets(snapshot);
    const open = await readOpen(snapshot);
    yield* dumpCounts(snapshot, facets, open);
    yield* dumpPeople(snapshot, facets, open);
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
    const facets = await readFacets(snapshot);
    const open = await readOpen(snapshot);
    for (const type of ["count", "completion", "person"] as const) counts.set(type, 0);
    for (const dumped of [dumpCounts(snapshot, facets, open), dumpPeople(snapshot, facets, open)]) {
      for await (const rows of dumped) {
        for (const { type } of rows) counts.set(type, (counts.get(type) ?? 0) + 1);
      }
    }
    return Object.fromEntries(counts) as StoreSize;
  } finally {
    snapshot.end();
  }
}
