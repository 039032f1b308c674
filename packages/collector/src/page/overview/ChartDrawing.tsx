import { useId } from "react";
import type { BucketUnit } from "../../time/calendar.ts";
import { formatBucket, formatCompact } from "../format/format.ts";
import { type ChartGeometry, type ChartSize, chartMargin } from "./chartGeometry.ts";

/** The picture alone; what it says is said elsewhere too. */
export interface ChartDrawingProps {
  readonly geometry: ChartGeometry;
  readonly size: ChartSize;
  readonly unit: BucketUnit;
  readonly buckets: readonly string[];
  readonly values: readonly number[];
  readonly active: number | undefined;
  /** Whether the last bucket is not over: the line to it is dotted. */
  readonly isOpen: boolean;
}

/** Draws axes, area, lines and the point that is being read. */
export function ChartDrawing(props: ChartDrawingProps) {
  const { geometry, size, unit, buckets, values, active, isOpen } = props;
  const gradientId = useId();
  const clipId = useId();
  const { width, height } = size;
  const closed = isOpen ? geometry.x(values.length - 2) : width;
  return (
    <svg className="chart-drawing" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <linearGradient id={gradientId} x1="0" y1="0" x2="0" y2="1">
        <stop className="chart-fill-top" offset="0" />
        <stop className="chart-fill-bottom" offset="1" />
      </linearGradient>
      <clipPath id={clipId}>
        <rect x="0" y={-chartMargin.top} width={closed} height={height + chartMargin.top} />
      </clipPath>
      {geometry.yTicks.map(({ value, y }) => (
        <g key={value} className="chart-grid">
          <line x1={chartMargin.left} x2={width - chartMargin.right} y1={y} y2={y} />
          <text x={chartMargin.left - 10} y={y} dy="0.32em" textAnchor="end">
            {formatCompact(value)}
          </text>
        </g>
      ))}
      {geometry.xTicks.map((index) => (
        <text
          key={index}
          className="chart-label"
          x={geometry.x(index)}
          y={height - 6}
          textAnchor={index === values.length - 1 ? "end" : index === 0 ? "start" : "middle"}
        >
          {formatBucket(unit, buckets[index] ?? "", buckets.length > 24)}
        </text>
      ))}
      <path d={geometry.areaPath} fill={`url(#${gradientId})`} />
      <path className="chart-previous" d={geometry.previousPath} />
      <path className="chart-line" d={geometry.linePath} clipPath={`url(#${clipId})`} />
      {isOpen && <path className="chart-line is-open" d={geometry.linePath} />}
      {active !== undefined && (
        <g className="chart-active">
          <line
            x1={geometry.x(active)}
            x2={geometry.x(active)}
            y1={chartMargin.top}
            y2={geometry.y(0)}
          />
          <circle cx={geometry.x(active)} cy={geometry.y(values[active] ?? 0)} r="4.5" />
        </g>
      )}
    </svg>
  );
}
