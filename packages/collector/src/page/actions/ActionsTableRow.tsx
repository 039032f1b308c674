import type { ActionRow } from "../../analytics/Answers.ts";
import { formatCount, formatShare } from "../format/format.ts";
import { Sparkline } from "./Sparkline.tsx";

/** One action of the table. */
export interface ActionsTableRowProps {
  readonly row: ActionRow;
  /** The colour, 1 to 8, of each surface. */
  readonly hues: ReadonlyMap<string, number>;
}

/** An action's ID with the namespace dimmed, and its numbers. */
export function ActionsTableRow({ row, hues }: ActionsTableRowProps) {
  const { id, executions, users, share, surfaces, trend } = row;
  const split = id.lastIndexOf(".") + 1;
  return (
    <tr>
      <th scope="row" className="is-id">
        <code>
          <span className="namespace">{id.slice(0, split)}</span>
          <wbr />
          {id.slice(split)}
        </code>
      </th>
      <td className="is-number">{formatCount(executions)}</td>
      <td className="is-number">{formatCount(users)}</td>
      <td className="is-number is-wide">{formatShare(share)}</td>
      <td className="is-wide">
        <SurfaceSplit surfaces={surfaces} total={executions} hues={hues} />
      </td>
      <td className="is-trend">
        <Sparkline values={trend} />
      </td>
    </tr>
  );
}

interface SurfaceSplitProps {
  readonly surfaces: ActionRow["surfaces"];
  readonly total: number;
  readonly hues: ReadonlyMap<string, number>;
}

function SurfaceSplit({ surfaces, total, hues }: SurfaceSplitProps) {
  const text = surfaces
    .map((item) => `${item.surface || "(no surface)"} ${formatShare(item.executions / total)}`)
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
