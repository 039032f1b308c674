import type { SortColumn, Sorting } from "../location/Look.ts";
import { nextSorting } from "./sortActions.ts";

/** Columns that are there only if there is something to say. */
export interface ActionsColumns {
  readonly hasChange: boolean;
  readonly hasEndings: boolean;
}

/** How the table is sorted, and how to ask for another order. */
export interface ActionsTableHeadProps {
  readonly columns: ActionsColumns;
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
}

/** The heads of the columns; those that can be sorted by are buttons. */
export function ActionsTableHead({ columns, ...sorting }: ActionsTableHeadProps) {
  return (
    <thead>
      <tr>
        <SortHead column="id" label="Action" className="is-id" {...sorting} />
        <SortHead column="executions" label="Executions" className="is-number" {...sorting} />
        {columns.hasChange && (
          <SortHead column="change" label="Change" className="is-number is-wide" {...sorting} />
        )}
        <SortHead column="users" label="Users" className="is-number" {...sorting} />
        {columns.hasEndings && (
          <>
            <SortHead column="success" label="Success" className="is-number is-wide" {...sorting} />
            <SortHead column="p95" label="p95" className="is-number is-wide" {...sorting} />
          </>
        )}
        <th scope="col" className="is-wide is-split">
          Surfaces
        </th>
        <th scope="col" className="is-trend">
          Trend
        </th>
      </tr>
    </thead>
  );
}

interface SortHeadProps extends Omit<ActionsTableHeadProps, "columns"> {
  readonly column: SortColumn;
  readonly label: string;
  readonly className: string;
}

function SortHead({ column, label, className, sorting, onSort }: SortHeadProps) {
  const isSorted = sorting.column === column;
  return (
    <th scope="col" className={className} aria-sort={isSorted ? sorting.direction : undefined}>
      <button type="button" className="sort" onClick={() => onSort(nextSorting(sorting, column))}>
        {label}
        <span aria-hidden="true" data-sorted={isSorted || undefined}>
          {isSorted && sorting.direction === "ascending" ? "↑" : "↓"}
        </span>
      </button>
    </th>
  );
}
