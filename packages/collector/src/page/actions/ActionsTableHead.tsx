import { type SortColumn, type Sorting, nextSorting } from "./sortActions.ts";

/** How the table is sorted, and how to ask for another order. */
export interface ActionsTableHeadProps {
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
}

/** The heads of the columns; those that can be sorted by are buttons. */
export function ActionsTableHead(props: ActionsTableHeadProps) {
  return (
    <thead>
      <tr>
        <SortHead column="id" label="Action" {...props} />
        <SortHead column="executions" label="Executions" {...props} />
        <SortHead column="users" label="Users" {...props} />
        <th scope="col" className="is-wide is-number">
          Share
        </th>
        <th scope="col" className="is-wide">
          Surfaces
        </th>
        <th scope="col" className="is-trend">
          Trend
        </th>
      </tr>
    </thead>
  );
}

interface SortHeadProps extends ActionsTableHeadProps {
  readonly column: SortColumn;
  readonly label: string;
}

function SortHead({ column, label, sorting, onSort }: SortHeadProps) {
  const isSorted = sorting.column === column;
  return (
    <th
      scope="col"
      className={column === "id" ? "is-id" : "is-number"}
      aria-sort={isSorted ? sorting.direction : undefined}
    >
      <button type="button" className="sort" onClick={() => onSort(nextSorting(sorting, column))}>
        {label}
        <span aria-hidden="true" data-sorted={isSorted || undefined}>
          {isSorted && sorting.direction === "ascending" ? "↑" : "↓"}
        </span>
      </button>
    </th>
  );
}
