import { useId, useState } from "react";
import type { Facet } from "../../query/AnalyticsQuery.ts";
import type { KeyCount } from "../../store/Selection.ts";
import { formatCount, formatShare } from "../format/format.ts";
import { Link } from "../location/Link.tsx";
import { useNavigation } from "../location/useNavigation.ts";
import { absentLabels } from "../toolbar/absentLabels.ts";
import { withFilter } from "../toolbar/withFilter.ts";

/** Counts by the values of one property. */
export interface BreakdownCardProps {
  readonly title: string;
  readonly facet: Facet;
  readonly rows: readonly KeyCount[];
  /** Gives each row the colour that stands for it elsewhere on the page. */
  readonly isHued?: boolean;
}

/** Rows shown before the rest is. */
const firstRows = 8;

/** A bar list that is a table: value, executions, users. A value is a link that filters by it, or stops to. */
export function BreakdownCard({ title, facet, rows, isHued = false }: BreakdownCardProps) {
  const titleId = useId();
  const [isWhole, setWhole] = useState(false);
  const most = Math.max(1, ...rows.map(({ executions }) => executions));
  const total = rows.reduce((sum, { executions }) => sum + executions, 0);
  const shown = isWhole ? rows : rows.slice(0, firstRows);
  return (
    <section className="card breakdown" aria-labelledby={titleId}>
      <table className="bars">
        <thead>
          <tr>
            <th scope="col" id={titleId}>
              {title}
            </th>
            <th scope="col">Executions</th>
            <th scope="col">Users</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ key, executions, users }, index) => (
            <tr key={key} title={formatShare(executions / total)}>
              <th scope="row" data-hue={isHued ? (index % 8) + 1 : undefined}>
                <span className="bar" style={{ inlineSize: `${(100 * executions) / most}%` }} />
                <FacetLink facet={facet} value={key} />
              </th>
              <td>{formatCount(executions)}</td>
              <td>{formatCount(users)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p className="muted">Nothing in this range.</p>}
      {rows.length > shown.length && (
        <button type="button" className="button button-quiet" onClick={() => setWhole(true)}>
          {rows.length - shown.length} more
        </button>
      )}
    </section>
  );
}

function FacetLink({ facet, value }: { readonly facet: Facet; readonly value: string }) {
  const { query } = useNavigation().location;
  const isSet = query.filter[facet] === value;
  const label = value === "" ? absentLabels[facet] : value;
  return (
    <Link
      className="bar-label"
      to={{ query: withFilter(query, facet, isSet ? undefined : value) }}
      title={isSet ? `Show every ${facet} again` : `Show ${label} alone`}
    >
      {label}
    </Link>
  );
}
