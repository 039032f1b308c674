import { type StoreRow, type StoreSize, emptySize } from "../StoreRow.ts";
import type { ClickHouseConnection } from "./ClickHouseConnection.ts";
import type { ClickHouseErasures } from "./ClickHouseErasures.ts";
import type { ClickHouseEvents } from "./ClickHouseEvents.ts";
import type { ClickHouseNotes } from "./ClickHouseNotes.ts";
import { storedEvents, withMarks } from "./factSources.ts";
import {
  type RollUpRow,
  fromRollUpRow,
  rollUpKeys,
  summedRows,
  summedTypes,
} from "./rollUpRows.ts";

/** Events that are given at once. */
const eventsAtOnce = 10_000;

/** What a dump reads from. */
export interface DumpParts {
  readonly connection: ClickHouseConnection;
  readonly erasures: ClickHouseErasures;
  readonly events: ClickHouseEvents;
  readonly notes: ClickHouseNotes;
}

/** Gives every row, erasures first, so that whoever takes them knows whose rows not to take. All must be in the sums. */
export async function* dumpRows(parts: DumpParts): AsyncGenerator<readonly StoreRow[]> {
  const { connection, erasures, events, notes } = parts;
  const digests = await erasures.digests();
  if (digests.length > 0) yield digests.map((digest) => ({ type: "erasure", digest }));
  const pings = await notes.pings();
  if (pings.length > 0) yield pings.map((ping) => ({ type: "ping", ...ping }));
  const errors = await notes.errors();
  if (errors.length > 0) yield errors.toReversed().map((error) => ({ type: "error", error }));
  for (const type of summedTypes) {
    const sums = connection.stream<RollUpRow>(
      `${summedRows([type])} ORDER BY ${rollUpKeys} SETTINGS optimize_aggregation_in_order = 1`,
    );
    for await (const rows of sums) yield rows.map(fromRollUpRow);
  }
  let after: string | undefined;
  for (;;) {
    const page = await events.scan({ limit: eventsAtOnce, after });
    if (page.events.length > 0) yield page.events.map((event) => ({ type: "event", event }));
    if (page.isLast) return;
    after = page.end;
  }
}

/** How many rows `dumpRows` gives of each type. */
export async function countRows(connection: ClickHouseConnection): Promise<StoreSize> {
  const rows = await connection.rows<{ readonly type: keyof StoreSize; readonly rows: number }>(
    `${withMarks} SELECT type, count() AS rows FROM (${summedRows(summedTypes)}) GROUP BY type
     UNION ALL SELECT 'event', count() FROM ${storedEvents("true")}
     UNION ALL SELECT 'ping', count() FROM ping
     UNION ALL SELECT 'error', least(count(), 1000) FROM error_report
     UNION ALL SELECT 'erasure', uniqExact(digest) FROM erasure`,
    "upkeep",
  );
  return {
    ...emptySize,
    ...Object.fromEntries(rows.map(({ type, rows: count }) => [type, count])),
  };
}
