import { useDeferredValue, useId, useState } from "react";
import type { ActionsAnswer } from "../../analytics/answers/ActionsAnswer.ts";
import type { KeyCount } from "../../store/Selection.ts";
import { useChange, useNavigation } from "../location/useNavigation.ts";
import { ActionsTableHead } from "./ActionsTableHead.tsx";
import { ActionsTableRow } from "./ActionsTableRow.tsx";
import { sortActions } from "./sortActions.ts";

/** Rows shown before "Show all". */
const firstRows = 25;

/** Rows that are printed: the view fits on a page. */
const printedRows = 6;

/** Every action of the range. */
export interface ActionsTableProps {
  readonly answer: ActionsAnswer;
  /** All surfaces, most executions first: their order gives the colours. */
  readonly surfaces: readonly KeyCount[];
  /** Whether others have been asked for. */
  readonly isStale: boolean;
}

/** The actions with their numbers; sortable, with a filter, both in the address. */
export function ActionsTable({ answer, surfaces, isStale }: ActionsTableProps) {
  const { look } = useNavigation().location;
  const change = useChange();
  const [isWhole, setWhole] = useState(false);
  const titleId = useId();
  const rows = sortActions(answer.actions, useDeferredValue(look.find), look.sorting);
  const shown = isWhole ? rows : rows.slice(0, firstRows);
  const hues = new Map(surfaces.map(({ key }, index) => [key, (index % 8) + 1]));
  const columns = {
    hasChange: answer.actions.some(({ comparison }) => comparison !== null),
    hasEndings: answer.actions.some(({ endings }) => endings !== null),
  };
  return (
    <section
      className="card"
      aria-labelledby={titleId}
      aria-busy={isStale}
      data-stale={isStale || undefined}
    >
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
          value={look.find}
          onChange={({ currentTarget }) =>
            change({ look: { ...look, find: currentTarget.value } }, "replace")
          }
        />
      </div>
      <table className="table actions">
        <ActionsTableHead
          columns={columns}
          sorting={look.sorting}
          onSort={(sorting) => change({ look: { ...look, sorting } }, "replace")}
        />
        <tbody>
          {shown.map((row, index) => (
            <ActionsTableRow
              key={row.id}
              row={row}
              columns={columns}
              hues={hues}
              isPrinted={index < printedRows}
            />
          ))}
        </tbody>
      </table>
      {rows.length === 0 && (
        <p className="muted">
          {look.find === "" ? "No action was run in this range." : "No action has this in its ID."}
        </p>
      )}
      {rows.length > printedRows && (
        <p className="print-only muted">
          The first {printedRows} of {rows.length}; the export has all of them.
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
