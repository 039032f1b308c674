import { nice, ticks } from "d3-array";
import { area, curveMonotoneX, line } from "d3-shape";

/** The drawing area in CSS pixels. */
export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

/** Room for the axes, in CSS pixels. */
export const chartMargin = { top: 12, right: 12, bottom: 28, left: 44 } as const;

/** Everything that a trend chart draws. */
export interface ChartGeometry {
  readonly areaPath: string;
  readonly linePath: string;
  readonly previousPath: string;
  readonly yTicks: readonly { readonly value: number; readonly y: number }[];
  /** Buckets that get a label, by index. */
  readonly xTicks: readonly number[];
  x(index: number): number;
  y(value: number): number;
  /** The bucket nearest to a place on the x axis. */
  nearest(x: number): number;
}

/**
 * Lays out two series from zero up, on whole numbers. Either may end early: the first where the rest is to come, the second
 * where nothing is compared.
 *
 * @param count - For how many buckets there is room.
 */
export function chartGeometry(
  values: readonly number[],
  previous: readonly number[],
  { width, height }: ChartSize,
  count = values.length,
): ChartGeometry {
  const { top, right, bottom, left } = chartMargin;
  const highest = Math.max(4, ...values, ...previous);
  const [, max] = nice(0, highest, 4);
  const x = (index: number) =>
    left + (count > 1 ? index / (count - 1) : 0.5) * (width - left - right);
  const y = (value: number) => top + (1 - value / max) * (height - top - bottom);
  const drawLine = line<number>((_, index) => x(index), y).curve(curveMonotoneX);
  const drawArea = area<number>()
    .x((_, index) => x(index))
    .y0(y(0))
    .y1(y)
    .curve(curveMonotoneX);
  return {
    areaPath: drawArea(values) ?? "",
    linePath: drawLine(values) ?? "",
    previousPath: drawLine(previous) ?? "",
    yTicks: ticks(0, max, 4)
      .filter(Number.isInteger)
      .map((value) => ({ value, y: y(value) })),
    xTicks: everyNth(count, Math.max(2, Math.floor((width - left) / 76))),
    x,
    y,
    nearest(place) {
      const last = Math.max(0, count - 1);
      const index = Math.round(((place - left) / (width - left - right)) * last);
      return Math.min(Math.max(0, index), last);
    },
  };
}

/** At most `most` indexes at equal distances, the last one always among them. */
function everyNth(length: number, most: number): readonly number[] {
  const step = Math.max(1, Math.ceil(length / most));
  const indexes: number[] = [];
  for (let index = length - 1; index >= 0; index -= step) indexes.unshift(index);
  return indexes;
}
