import type { ActionRow } from "../../analytics/Answers.ts";

/** The columns that the table can be sorted by. */
export type SortColumn = "id" | "executions" | "users";

/** By which column, and which way. */
export interface Sorting {
  readonly column: SortColumn;
  readonly direction: "ascending" | "descending";
}

/** The rows whose ID contains the text (in any case), sorted; equal ones by ID. */
export function sortActions(
  rows: readonly ActionRow[],
  text: string,
  { column, direction }: Sorting,
): readonly ActionRow[] {
  const wanted = text.trim().toLowerCase();
  const sign = direction === "ascending" ? 1 : -1;
  return rows
    .filter(({ id }) => id.toLowerCase().includes(wanted))
    .toSorted((a, b) => sign * compare(a, b, column) || compare(a, b, "id"));
}

function compare(a: ActionRow, b: ActionRow, column: SortColumn): number {
  if (column !== "id") return a[column] - b[column];
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** The sorting after a click on a column's head: the other way, or the column's natural one. */
export function nextSorting(current: Sorting, column: SortColumn): Sorting {
  if (current.column !== column) {
    return { column, direction: column === "id" ? "ascending" : "descending" };
  }
  return { column, direction: current.direction === "ascending" ? "descending" : "ascending" };
}
