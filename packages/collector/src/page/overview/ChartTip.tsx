import type { ChartPoint } from "./describePoint.ts";

/** Where a point of a chart is, and what it says. */
export interface ChartTipProps {
  /** The point's place in the chart, in CSS pixels. */
  readonly x: number;
  /** The chart's width. */
  readonly width: number;
  readonly point: ChartPoint;
}

/** A small card beside the point, on the side that has room. Hidden from assistive technology, which hears the slider. */
export function ChartTip({ x, width, point }: ChartTipProps) {
  const isRight = x > width / 2;
  const style = isRight ? { right: width - x + 12 } : { left: x + 12 };
  return (
    <div className="chart-tip" style={style} aria-hidden="true">
      <strong>{point.name}</strong>
      <span>
        <i /> {point.value}
      </span>
      {point.previous !== undefined && (
        <span>
          <i className="is-previous" /> {point.previous.value}{" "}
          <span className="muted">{point.previous.name}</span>
        </span>
      )}
    </div>
  );
}
