import { type EventKey, keyText } from "./eventKeys.ts";
import { type FactfulRow, factfulColumns, factsOfRow } from "./factsOfRow.ts";
import { LogCursor, type WriterPosition } from "./LogCursor.ts";
import type { RollUpRow } from "./rollUpRows.ts";
import { sqlTable } from "./sqlText.ts";
import type { StatementRunner } from "./StatementRunner.ts";
import type { StatementView } from "./StatementView.ts";

/** What is not in the sums yet. */
export interface Uncounted {
  /** Behind which it lies. */
  readonly place: LogCursor;
  readonly facts: readonly RollUpRow[];
}

type UncountedRow = FactfulRow & EventKey;

const marksSql =
  "SELECT writer, max(position) AS position FROM roll_up WHERE type = 'mark' GROUP BY writer";

/**
 * Reads the facts that are not in the sums yet, once for all questions.
 *
 * @param maxRows - From how many rows they follow at most; if there are more, none are given.
 */
export async function readUncounted(
  view: StatementView,
  unit: "hour" | "day",
  maxRows: number,
): Promise<Uncounted | undefined> {
  const place = LogCursor.start.advance(await view.readSums<WriterPosition>(marksSql));
  const rows = await view.gather("rows", (runner) => readRows(runner, place, maxRows + 1));
  if (rows.length > maxRows) return undefined;
  const facts = await view.gather(`facts by ${unit}`, async () =>
    rows.flatMap((row) => factsOfRow(row, unit)),
  );
  return { place, facts };
}

/** Each event once: two collectors may have stored one at the same moment, and one that is counted stands. */
async function readRows(
  runner: StatementRunner,
  place: LogCursor,
  limit: number,
): Promise<readonly UncountedRow[]> {
  const columns = factfulColumns.map((column) => `\`${column}\``).join(", ");
  const rows = await runner.rows<UncountedRow>(
    `SELECT toString(id) AS id, arguments != '' AS has_arguments, ${columns} FROM log WHERE ${place.after}
     ORDER BY position, writer LIMIT 1 BY person, log.id LIMIT ${limit}`,
  );
  if (rows.length === 0 || rows.length === limit) return rows;
  const keys = rows.map(({ person, id }) => [person, id]);
  const copies = await runner.rows<EventKey>(
    `SELECT person, toString(id) AS id FROM log WHERE position > ${place.floor} AND ${place.before}
     AND (person, log.id) IN (SELECT person, id FROM ${sqlTable("person String, id UUID", keys)})`,
  );
  const known = new Set(copies.map(keyText));
  return rows.filter((row) => !known.has(keyText(row)));
}
