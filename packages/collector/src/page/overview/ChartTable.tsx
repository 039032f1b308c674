import type { BucketUnit } from "../../time/calendar.ts";
import { type ChartSeries, describePoint } from "./describePoint.ts";

/** The numbers of a chart. */
export interface ChartTableProps {
  readonly title: string;
  readonly series: ChartSeries;
}

const nameByUnit: Readonly<Record<BucketUnit, string>> = {
  hour: "Hour",
  day: "Day (UTC)",
  week: "Week",
  month: "Month",
};

/** The same numbers as the chart, to read and to copy; folded until wanted. */
export function ChartTable({ title, series }: ChartTableProps) {
  const isCompared = series.previous !== undefined;
  return (
    <details className="chart-data">
      <summary>Show as table</summary>
      <table className="table">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{nameByUnit[series.unit]}</th>
            <th scope="col" className="is-number">
              This period
            </th>
            {isCompared && (
              <>
                <th scope="col" className="is-number is-twin">
                  Compared with
                </th>
                <th scope="col" className="is-number">
                  Period before
                </th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {series.buckets.map((bucket, index) => {
            const { name, value, previous } = describePoint(series, index);
            return (
              <tr key={bucket}>
                <th scope="row">{name}</th>
                <td className="is-number">{value}</td>
                {previous !== undefined && (
                  <>
                    <td className="is-number is-twin muted">{previous.name}</td>
                    <td className="is-number">{previous.value}</td>
                  </>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </details>
  );
}
