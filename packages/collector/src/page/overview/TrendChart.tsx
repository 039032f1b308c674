import { type PointerEvent, useId, useState } from "react";
import { formatBucket } from "../format/format.ts";
import { ChartDrawing } from "./ChartDrawing.tsx";
import { ChartTable } from "./ChartTable.tsx";
import { ChartTip } from "./ChartTip.tsx";
import { chartGeometry } from "./chartGeometry.ts";
import { type ChartPoint, type ChartSeries, describePoint } from "./describePoint.ts";
import { UnitPicker } from "./UnitPicker.tsx";
import { useIsPrinted } from "./useIsPrinted.ts";
import { useWidth } from "./useWidth.ts";

/** One number over time, against the period before. */
export interface TrendChartProps {
  readonly title: string;
  readonly series: ChartSeries;
}

const height = 264;

/** As large as there is room for on paper, in CSS pixels. */
const printedSize = { width: 692, height: 150 } as const;

/**
 * A line over time. Point at it, or focus it and use the arrow keys, to read single values; the same
 * numbers stand in a table below. The keyboard drives a real (hidden) range input.
 */
export function TrendChart({ title, series }: TrendChartProps) {
  const { buckets, begun, values, previous = [] } = series;
  const [ref, width] = useWidth();
  const [active, setActive] = useState<number>();
  const titleId = useId();
  const last = buckets.length - 1;
  const size = useIsPrinted() ? printedSize : { width, height };
  const geometry = chartGeometry(values.slice(0, begun), previous, size, buckets.length);
  const point = (event: PointerEvent<HTMLDivElement>) => {
    const { left } = event.currentTarget.getBoundingClientRect();
    setActive(geometry.nearest(event.clientX - left));
  };
  const read = Math.min(active ?? Math.max(0, begun - 1), last);
  const words = describePoint(series, read);
  return (
    <figure className="chart" aria-labelledby={titleId}>
      <ChartTitle id={titleId} title={title} series={series} />
      <div
        ref={ref}
        className="chart-plot"
        onPointerMove={point}
        onPointerDown={point}
        onPointerLeave={() => setActive(undefined)}
      >
        <input
          type="range"
          className="visually-hidden"
          aria-labelledby={titleId}
          aria-valuetext={sentenceOf(words)}
          min={0}
          max={last}
          value={read}
          onChange={(event) => setActive(event.currentTarget.valueAsNumber)}
          onFocus={() => setActive(read)}
          onBlur={() => setActive(undefined)}
        />
        <ChartDrawing
          geometry={geometry}
          size={size}
          series={series}
          active={active === undefined ? undefined : read}
        />
        {active !== undefined && <ChartTip x={geometry.x(read)} width={width} point={words} />}
      </div>
      <ChartTable title={title} series={series} />
    </figure>
  );
}

function sentenceOf({ name, value, previous }: ChartPoint): string {
  const before =
    previous === undefined ? "" : `, the period before (${previous.name}) ${previous.value}`;
  return `${name}: ${value}${before}`;
}

interface ChartTitleProps {
  readonly id: string;
  readonly title: string;
  readonly series: ChartSeries;
}

function ChartTitle({ id, title, series }: ChartTitleProps) {
  const { unit, buckets, complete, begun, previous } = series;
  const open = begun > complete ? buckets[complete] : undefined;
  return (
    <figcaption className="chart-title">
      <span id={id}>{title}</span>
      {open !== undefined && (
        <span className="chart-open">
          <i /> {formatBucket(unit, open, { hasDay: buckets.length > 24 })} so far
        </span>
      )}
      {previous !== undefined && (
        <span className="chart-legend" aria-hidden="true">
          <i /> this period <i className="is-previous" /> the period before
        </span>
      )}
      <UnitPicker />
    </figcaption>
  );
}
