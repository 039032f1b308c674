import { type KeyboardEvent, type PointerEvent, useId, useState } from "react";
import type { BucketUnit } from "../../time/calendar.ts";
import { formatBucketLong, formatCount } from "../format/format.ts";
import { ChartDrawing } from "./ChartDrawing.tsx";
import { ChartTable } from "./ChartTable.tsx";
import { ChartTip } from "./ChartTip.tsx";
import { chartGeometry } from "./chartGeometry.ts";
import { useWidth } from "./useWidth.ts";

/** One number over time, against the period before. */
export interface TrendChartProps {
  readonly title: string;
  readonly unit: BucketUnit;
  readonly buckets: readonly string[];
  readonly values: readonly number[];
  readonly previous: readonly number[];
}

const height = 264;

/**
 * A line over time. Point at it or focus it and use the arrow keys to read single values; the same
 * numbers stand in a table below.
 */
export function TrendChart({ title, unit, buckets, values, previous }: TrendChartProps) {
  const [ref, width] = useWidth();
  const [active, setActive] = useState<number>();
  const titleId = useId();
  const last = values.length - 1;
  const geometry = chartGeometry(values, previous, { width, height });

  const point = (event: PointerEvent<HTMLDivElement>) => {
    const { left } = event.currentTarget.getBoundingClientRect();
    const start = geometry.x(0);
    const step = (geometry.x(last) - start) / Math.max(1, last);
    setActive(clamp(Math.round((event.clientX - left - start) / step), last));
  };
  const press = (event: KeyboardEvent) => {
    const next = nextIndex(event.key, active ?? last, last);
    if (next === undefined) return;
    event.preventDefault();
    setActive(next);
  };
  const read = active ?? last;
  return (
    <figure className="chart">
      <figcaption id={titleId} className="chart-title">
        {title}
        <span className="chart-legend" aria-hidden="true">
          <i /> this period <i className="is-previous" /> the period before
        </span>
      </figcaption>
      <div
        ref={ref}
        className="chart-plot"
        role="slider"
        tabIndex={0}
        aria-labelledby={titleId}
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={read}
        aria-valuetext={`${formatBucketLong(unit, buckets[read] ?? "")}: ${formatCount(values[read] ?? 0)}, the period before ${formatCount(previous[read] ?? 0)}`}
        onPointerMove={point}
        onPointerDown={point}
        onPointerLeave={() => setActive(undefined)}
        onBlur={() => setActive(undefined)}
        onKeyDown={press}
      >
        <ChartDrawing
          geometry={geometry}
          size={{ width, height }}
          unit={unit}
          buckets={buckets}
          values={values}
          active={active}
        />
        {active !== undefined && (
          <ChartTip
            x={geometry.x(active)}
            width={width}
            title={formatBucketLong(unit, buckets[active] ?? "")}
            value={values[active] ?? 0}
            previous={previous[active] ?? 0}
          />
        )}
      </div>
      <ChartTable title={title} unit={unit} buckets={buckets} values={values} previous={previous} />
    </figure>
  );
}

function nextIndex(key: string, index: number, last: number): number | undefined {
  if (key === "ArrowLeft" || key === "ArrowDown") return clamp(index - 1, last);
  if (key === "ArrowRight" || key === "ArrowUp") return clamp(index + 1, last);
  if (key === "PageUp") return clamp(index + 7, last);
  if (key === "PageDown") return clamp(index - 7, last);
  if (key === "Home") return 0;
  return key === "End" ? last : undefined;
}

function clamp(index: number, last: number): number {
  return Math.min(last, Math.max(0, index));
}
