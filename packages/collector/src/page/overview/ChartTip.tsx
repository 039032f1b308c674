import { formatCount } from "../format/format.ts";

/** One point of a chart, in words. */
export interface ChartTipProps {
  /** The point's place in the chart, in CSS pixels. */
  readonly x: number;
  /** The chart's width. */
  readonly width: number;
  readonly title: string;
  readonly value: number;
  /** Absent: nothing is compared. */
  readonly previous: number | undefined;
}

/** A small card beside the point, on the side that has room. Hidden from assistive technology, which hears the slider. */
export function ChartTip({ x, width, title, value, previous }: ChartTipProps) {
  const isRight = x > width / 2;
  const style = isRight ? { right: width - x + 12 } : { left: x + 12 };
  return (
    <div className="chart-tip" style={style} aria-hidden="true">
      <strong>{title}</strong>
      <span>
        <i /> {formatCount(value)}
      </span>
      {previous !== undefined && (
        <span>
          <i className="is-previous" /> {formatCount(previous)}
        </span>
      )}
    </div>
  );
}
