import type { BucketUnit } from "../../time/calendar.ts";
import { formatBucketLong, formatCount } from "../format/format.ts";

/** The numbers of a chart. */
export interface ChartTableProps {
  readonly title: string;
  readonly unit: BucketUnit;
  readonly buckets: readonly string[];
  readonly values: readonly number[];
  /** Absent: nothing is compared. */
  readonly previous: readonly number[] | undefined;
}

const nameByUnit: Readonly<Record<BucketUnit, string>> = {
  hour: "Hour",
  day: "Day (UTC)",
  week: "Week",
  month: "Month",
};

/** The same numbers as the chart, to read and to copy; folded until wanted. */
export function ChartTable({ title, unit, buckets, values, previous }: ChartTableProps) {
  return (
    <details className="chart-data">
      <summary>Show as table</summary>
      <table className="table">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{nameByUnit[unit]}</th>
            <th scope="col" className="is-number">
              This period
            </th>
            {previous !== undefined && (
              <th scope="col" className="is-number">
                Period before
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {buckets.map((bucket, index) => (
            <tr key={bucket}>
              <th scope="row">{formatBucketLong(unit, bucket)}</th>
              <td className="is-number">{formatCount(values[index] ?? 0)}</td>
              {previous !== undefined && (
                <td className="is-number">{formatCount(previous[index] ?? 0)}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
