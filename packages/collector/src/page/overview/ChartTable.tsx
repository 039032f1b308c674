import type { BucketUnit } from "../../time/calendar.ts";
import { formatBucketLong, formatCount } from "../format/format.ts";

/** The numbers of a chart. */
export interface ChartTableProps {
  readonly title: string;
  readonly unit: BucketUnit;
  readonly buckets: readonly string[];
  readonly values: readonly number[];
  readonly previous: readonly number[];
}

/** The same numbers as the chart, to read and to copy; folded until wanted. */
export function ChartTable({ title, unit, buckets, values, previous }: ChartTableProps) {
  return (
    <details className="chart-data">
      <summary>Show as table</summary>
      <table className="table">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{unit === "day" ? "Day (UTC)" : "Hour"}</th>
            <th scope="col" className="is-number">
              This period
            </th>
            <th scope="col" className="is-number">
              Period before
            </th>
          </tr>
        </thead>
        <tbody>
          {buckets.map((bucket, index) => (
            <tr key={bucket}>
              <th scope="row">{formatBucketLong(unit, bucket)}</th>
              <td className="is-number">{formatCount(values[index] ?? 0)}</td>
              <td className="is-number">{formatCount(previous[index] ?? 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
