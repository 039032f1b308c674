import { useDeferredValue, useId, useState } from "react";
import type { ActionsAnswer } from "../../analytics/Answers.ts";
import type { KeyCount } from "../../store/Selection.ts";
import { ActionsTableHead } from "./ActionsTableHead.tsx";
import { ActionsTableRow } from "./ActionsTableRow.tsx";
import { type Sorting, sortActions } from "./sortActions.ts";

/** Rows shown before "Show all". */
const firstRows = 25;

/** Every action of the range. */
export interface ActionsTableProps {
  readonly answer: ActionsAnswer;
  /** All surfaces, most executions first: their order gives the colours. */
  readonly surfaces: readonly KeyCount[];
}

/** The actions by executions, users, share, surfaces and trend; sortable, with a filter. */
export function ActionsTable({ answer, surfaces }: ActionsTableProps) {
  const [filter, setFilter] = useState("");
  const [sorting, setSorting] = useState<Sorting>({
    column: "executions",
    direction: "descending",
  });
  const [isWhole, setWhole] = useState(false);
  const titleId = useId();
  const rows = sortActions(answer.actions, useDeferredValue(filter), sorting);
  const shown = isWhole ? rows : rows.slice(0, firstRows);
  const hues = new Map(surfaces.map(({ key }, index) => [key, (index % 8) + 1]));
  return (
    <section className="card" aria-labelledby={titleId}>
      <div className="card-head">
        <h2 id={titleId}>Actions</h2>
        <output className="count">
          {rows.length === answer.actions.length
            ? rows.length
            : `${rows.length} of ${answer.actions.length}`}
        </output>
        <input
          type="search"
          className="input"
          placeholder="Filter by ID"
          aria-label="Filter actions by ID"
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
        />
      </div>
      <table className="table actions">
        <ActionsTableHead sorting={sorting} onSort={setSorting} />
        <tbody>
          {shown.map((row) => (
            <ActionsTableRow key={row.id} row={row} hues={hues} />
          ))}
        </tbody>
      </table>
      {rows.length === 0 && (
        <p className="muted">
          {filter === "" ? "No action was run in this range." : "No action has this in its ID."}
        </p>
      )}
      {rows.length > shown.length && (
        <button type="button" className="button button-more" onClick={() => setWhole(true)}>
          Show all {rows.length}
        </button>
      )}
    </section>
  );
}
