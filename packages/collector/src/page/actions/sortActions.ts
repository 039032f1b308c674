import type { ActionRow } from "../../analytics/answers/ActionsAnswer.ts";
import type { SortColumn, Sorting } from "../location/Look.ts";

/** The rows whose ID contains the text (in any case), sorted; equal ones by ID, those without a value last. */
export function sortActions(
  rows: readonly ActionRow[],
  text: string,
  { column, direction }: Sorting,
): readonly ActionRow[] {
  const wanted = text.trim().toLowerCase();
  const sign = direction === "ascending" ? 1 : -1;
  return rows
    .filter(({ id }) => id.toLowerCase().includes(wanted))
    .toSorted((a, b) =>
      column === "id" ? sign * compareIds(a, b) : compareBy(column, sign, a, b) || compareIds(a, b),
    );
}

function compareIds(a: ActionRow, b: ActionRow): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function compareBy(
  column: Exclude<SortColumn, "id">,
  sign: number,
  a: ActionRow,
  b: ActionRow,
): number {
  const [first, second] = [valueOf(a, column), valueOf(b, column)];
  if (first === null || second === null) return Number(first === null) - Number(second === null);
  return sign * (first - second);
}

function valueOf(row: ActionRow, column: Exclude<SortColumn, "id">): number | null {
  switch (column) {
    case "executions":
    case "users":
      return row[column];
    case "change":
      return row.comparison && row.comparison.executions - row.comparison.before;
    case "success":
      return row.endings?.successRate ?? null;
    case "p95":
      return row.endings?.p95Ms ?? null;
  }
}

/** The sorting after a click on a column's head: the other way, or the column's natural one. */
export function nextSorting(current: Sorting, column: SortColumn): Sorting {
  if (current.column !== column) {
    return { column, direction: column === "id" ? "ascending" : "descending" };
  }
  return { column, direction: current.direction === "ascending" ? "descending" : "ascending" };
}
