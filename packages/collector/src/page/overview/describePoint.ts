import type { BucketUnit } from "../../time/calendar.ts";
import { formatBucketLong, formatCount } from "../format/format.ts";
import { labelBefore } from "./labelBefore.ts";

/** What a chart shows, against the period before. */
export interface ChartSeries {
  readonly unit: BucketUnit;
  readonly buckets: readonly string[];
  /** How many of them, from the first one, are over. */
  readonly complete: number;
  /** How many have begun: one more where one is under way. */
  readonly begun: number;
  readonly values: readonly number[];
  /** Absent: nothing is compared. */
  readonly previous: readonly number[] | undefined;
}

/** One point of a chart, in words. */
export interface ChartPoint {
  readonly name: string;
  readonly value: string;
  /** What stands at the same place in the period before. */
  readonly previous: { readonly name: string; readonly value: string } | undefined;
}

/** Says what a point of a chart stands for; nothing that is not over is passed off for whole, nor what is to come for nothing. */
export function describePoint(series: ChartSeries, index: number): ChartPoint {
  const { unit, buckets, complete, begun, values, previous } = series;
  const label = buckets[index] ?? "";
  const name = formatBucketLong(unit, label);
  return {
    name: index >= complete && index < begun ? `${name}, so far` : name,
    value: index < begun ? formatCount(values[index] ?? 0) : "to come",
    previous: previous && {
      name: nameBefore(unit, label, labelBefore(series, index)),
      value: formatCount(previous[index] ?? 0),
    },
  };
}

/** In full; a day of another year with that. */
function nameBefore(unit: BucketUnit, label: string, before: string): string {
  const [year, other] = [label.slice(0, 4), before.slice(0, 4)];
  const name = formatBucketLong(unit, before);
  return unit === "day" && other !== year ? `${name}, ${other}` : name;
}
