import { useId } from "react";
import { formatBucket, formatCompact } from "../format/format.ts";
import { type ChartGeometry, type ChartSize, chartMargin } from "./chartGeometry.ts";
import type { ChartSeries } from "./describePoint.ts";

/** The picture alone; what it says is said elsewhere too. */
export interface ChartDrawingProps {
  readonly geometry: ChartGeometry;
  readonly size: ChartSize;
  readonly series: ChartSeries;
  /** The point that is being read. */
  readonly active: number | undefined;
}

/** Draws axes, area, lines and the point that is being read. To a point under way the line is dotted, and it is a ring. */
export function ChartDrawing({ geometry, size, series, active }: ChartDrawingProps) {
  const { complete, begun, values, buckets } = series;
  const gradientId = useId();
  const clipId = useId();
  const { width, height } = size;
  const isOpen = begun > complete;
  const solid = complete === 0 ? 0 : complete < buckets.length ? geometry.x(complete - 1) : width;
  return (
    <svg className="chart-drawing" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <linearGradient id={gradientId} x1="0" y1="0" x2="0" y2="1">
        <stop className="chart-fill-top" offset="0" />
        <stop className="chart-fill-bottom" offset="1" />
      </linearGradient>
      <clipPath id={clipId}>
        <rect x="0" y={-chartMargin.top} width={solid} height={height + chartMargin.top} />
      </clipPath>
      <Axes geometry={geometry} size={size} series={series} />
      <path d={geometry.areaPath} fill={`url(#${gradientId})`} clipPath={`url(#${clipId})`} />
      <path className="chart-previous" d={geometry.previousPath} />
      <path className="chart-line" d={geometry.linePath} clipPath={`url(#${clipId})`} />
      {isOpen && (
        <>
          <path className="chart-line is-open" d={geometry.linePath} />
          <circle
            className="chart-ring"
            cx={geometry.x(complete)}
            cy={geometry.y(values[complete] ?? 0)}
            r="4"
          />
        </>
      )}
      {active !== undefined && (
        <g className="chart-active">
          <line
            x1={geometry.x(active)}
            x2={geometry.x(active)}
            y1={chartMargin.top}
            y2={geometry.y(0)}
          />
          {active < begun && (
            <circle cx={geometry.x(active)} cy={geometry.y(values[active] ?? 0)} r="4.5" />
          )}
        </g>
      )}
    </svg>
  );
}

function Axes({ geometry, size, series }: Omit<ChartDrawingProps, "active">) {
  const { unit, buckets } = series;
  const last = buckets.length - 1;
  const yearOf = (index: number | undefined) => buckets[index ?? last]?.slice(0, 4);
  return (
    <>
      {geometry.yTicks.map(({ value, y }) => (
        <g key={value} className="chart-grid">
          <line x1={chartMargin.left} x2={size.width - chartMargin.right} y1={y} y2={y} />
          <text x={chartMargin.left - 10} y={y} dy="0.32em" textAnchor="end">
            {formatCompact(value)}
          </text>
        </g>
      ))}
      {geometry.xTicks.map((index, n) => (
        <text
          key={index}
          className="chart-label"
          x={geometry.x(index)}
          y={size.height - 6}
          textAnchor={anchorOf(index, last)}
        >
          {formatBucket(unit, buckets[index] ?? "", {
            hasDay: buckets.length > 24,
            // Where it begins to be another than that of the label before; of the first one, than that of the last.
            hasYear: yearOf(index) !== yearOf(geometry.xTicks[n - 1]),
          })}
        </text>
      ))}
    </>
  );
}

/** The outer labels stay within the chart. */
function anchorOf(index: number, last: number): "start" | "middle" | "end" {
  if (last === 0) return "middle";
  return index === last ? "end" : index === 0 ? "start" : "middle";
}
