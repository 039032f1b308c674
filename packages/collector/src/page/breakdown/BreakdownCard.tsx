import { useId } from "react";
import type { KeyCount } from "../../store/Selection.ts";
import { formatCount, formatShare } from "../format/format.ts";

/** Counts by the values of one dimension. */
export interface BreakdownCardProps {
  readonly title: string;
  /** What stands for an absent value. */
  readonly absent: string;
  readonly rows: readonly KeyCount[];
  /** Gives each row the colour that stands for it elsewhere on the page. */
  readonly isHued?: boolean;
}

/** A bar list that is a table: value, executions, users. Values are text, whatever they contain. */
export function BreakdownCard({ title, absent, rows, isHued = false }: BreakdownCardProps) {
  const titleId = useId();
  const most = Math.max(1, ...rows.map(({ executions }) => executions));
  const total = rows.reduce((sum, { executions }) => sum + executions, 0);
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
          {rows.slice(0, 8).map(({ key, executions, users }, index) => (
            <tr key={key} title={formatShare(executions / total)}>
              <th scope="row" data-hue={isHued ? (index % 8) + 1 : undefined}>
                <span className="bar" style={{ inlineSize: `${(100 * executions) / most}%` }} />
                <span className="bar-label">{key === "" ? absent : key}</span>
              </th>
              <td>{formatCount(executions)}</td>
              <td>{formatCount(users)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p className="muted">Nothing in this range.</p>}
      {rows.length > 8 && <p className="muted">and {rows.length - 8} more</p>}
    </section>
  );
}
