import type { ActionRow } from "../../analytics/answers/ActionsAnswer.ts";
import { formatCount, formatDuration, formatShare } from "../format/format.ts";
import { Link } from "../location/Link.tsx";
import { Change } from "../overview/Change.tsx";
import { absentLabels } from "../toolbar/absentLabels.ts";
import { ActionName } from "./ActionName.tsx";
import type { ActionsColumns } from "./ActionsTableHead.tsx";
import { Sparkline } from "./Sparkline.tsx";

/** One action of the table. */
export interface ActionsTableRowProps {
  readonly row: ActionRow;
  readonly columns: ActionsColumns;
  /** The colour, 1 to 8, of each surface. */
  readonly hues: ReadonlyMap<string, number>;
  readonly isPrinted: boolean;
}

/** An action's ID, the way to its page, and its numbers. */
export function ActionsTableRow({ row, columns, hues, isPrinted }: ActionsTableRowProps) {
  const { id, executions, users, share, surfaces, trend, endings } = row;
  return (
    <tr className={isPrinted ? undefined : "is-not-printed"}>
      <th scope="row" className="is-id">
        <Link to={{ view: { name: "action", id } }}>
          <ActionName id={id} />
        </Link>
      </th>
      <td className="is-number" title={`${formatShare(share)} of all`}>
        {formatCount(executions)}
      </td>
      {columns.hasChange && (
        <td className="is-number is-wide">
          <RowChange row={row} />
        </td>
      )}
      <td className="is-number">{formatCount(users)}</td>
      {columns.hasEndings && (
        <>
          <td className="is-number is-wide">
            {endings?.successRate == null ? "" : formatShare(endings.successRate)}
          </td>
          <td className="is-number is-wide">
            {endings?.p95Ms == null ? "" : formatDuration(endings.p95Ms)}
          </td>
        </>
      )}
      <td className="is-wide">
        <SurfaceSplit surfaces={surfaces} total={executions} hues={hues} />
      </td>
      <td className="is-trend">
        <Sparkline values={trend} />
      </td>
    </tr>
  );
}

/** Of what is over, against as much of the period before: of an action that was run today alone there is no change yet. */
function RowChange({ row: { comparison } }: { readonly row: ActionRow }) {
  if (comparison === null) return null;
  const { executions, before } = comparison;
  if (executions === 0 && before === 0) return <span className="change">only now</span>;
  return <Change now={executions} before={before} none="none before" />;
}

interface SurfaceSplitProps {
  readonly surfaces: ActionRow["surfaces"];
  readonly total: number;
  readonly hues: ReadonlyMap<string, number>;
}

function SurfaceSplit({ surfaces, total, hues }: SurfaceSplitProps) {
  const text = surfaces
    .map(
      (item) => `${item.surface || absentLabels.surface} ${formatShare(item.executions / total)}`,
    )
    .join(", ");
  return (
    <div className="split" title={text}>
      {surfaces.map(({ surface, executions }) => (
        <span
          key={surface}
          data-hue={hues.get(surface)}
          style={{ flexGrow: executions }}
          aria-hidden="true"
        />
      ))}
      <span className="visually-hidden">{text}</span>
    </div>
  );
}
