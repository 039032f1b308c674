import { type ReactNode, useId, useState } from "react";
import type { OverviewAnswer } from "../../analytics/answers/OverviewAnswer.ts";
import { formatCount, formatDay } from "../format/format.ts";
import { Link } from "../location/Link.tsx";
import { ActionName } from "./ActionName.tsx";

/** Rows shown before the rest is, and all that are printed. */
const firstRows = 6;

/** Actions that were never run before, and those that nobody runs any more. Nothing where there are none. */
export function ComingAndGoing({ overview }: { readonly overview: OverviewAnswer }) {
  const { newActions, vanishedActions } = overview;
  if (newActions.length + vanishedActions.length === 0) return null;
  return (
    <div className="grid grid-halves">
      <List
        title="New in this range"
        none="Every action was known before."
        rows={newActions}
        detail={({ since }) => `since ${formatDay(since)}`}
      />
      <List
        title="Not used any more"
        none="Every action of the period before was used again."
        rows={vanishedActions}
        detail={({ last }) => `last ${formatDay(last)}`}
      />
    </div>
  );
}

interface Row {
  readonly id: string;
  readonly executions: number;
}

interface ListProps<Item extends Row> {
  readonly title: string;
  readonly none: string;
  readonly rows: readonly Item[];
  readonly detail: (row: Item) => ReactNode;
}

function List<Item extends Row>({ title, none, rows, detail }: ListProps<Item>) {
  const titleId = useId();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? rows : rows.slice(0, firstRows);
  const others = rows.length - firstRows;
  return (
    <section className="card changes" aria-labelledby={titleId}>
      <div className="card-head">
        <h2 id={titleId}>{title}</h2>
        <span className="count">{rows.length}</span>
      </div>
      {rows.length === 0 && <p className="muted">{none}</p>}
      <ul>
        {shown.map((row, index) => (
          <li key={row.id} className={index < firstRows ? undefined : "is-not-printed"}>
            <Link to={{ view: { name: "action", id: row.id } }}>
              <ActionName id={row.id} />
            </Link>
            <span className="muted">{detail(row)}</span>
            <span className="amount">{formatCount(row.executions)}</span>
          </li>
        ))}
      </ul>
      {others > 0 && <p className="print-only muted">and {others} more</p>}
      {others > 0 && !isWhole && (
        <button type="button" className="button button-quiet" onClick={() => setWhole(true)}>
          {others} more
        </button>
      )}
    </section>
  );
}
