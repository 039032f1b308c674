import { type PointerEvent, useId, useState } from "react";
import type { BucketUnit } from "../../time/calendar.ts";
import { formatBucketLong, formatCount } from "../format/format.ts";
import { ChartDrawing } from "./ChartDrawing.tsx";
import { ChartTable } from "./ChartTable.tsx";
import { ChartTip } from "./ChartTip.tsx";
import { chartGeometry } from "./chartGeometry.ts";
import { UnitPicker } from "./UnitPicker.tsx";
import { useWidth } from "./useWidth.ts";

/** One number over time, against the period before. */
export interface TrendChartProps {
  readonly title: string;
  readonly unit: BucketUnit;
  readonly buckets: readonly string[];
  /** Whether the last bucket is not over. */
  readonly isOpen: boolean;
  readonly values: readonly number[];
  /** Absent: nothing is compared. */
  readonly previous: readonly number[] | undefined;
}

const height = 264;

/**
 * A line over time. Point at it, or focus it and use the arrow keys, to read single values; the same
 * numbers stand in a table below. The keyboard drives a real (hidden) range input.
 */
export function TrendChart(props: TrendChartProps) {
  const { title, unit, buckets, isOpen, values, previous } = props;
  const [ref, width] = useWidth();
  const [active, setActive] = useState<number>();
  const titleId = useId();
  const last = values.length - 1;
  const geometry = chartGeometry(values, previous ?? [], { width, height });
  const point = (event: PointerEvent<HTMLDivElement>) => {
    const { left } = event.currentTarget.getBoundingClientRect();
    setActive(geometry.nearest(event.clientX - left));
  };
  const read = Math.min(active ?? last, last);
  const name = formatBucketLong(unit, buckets[read] ?? "");
  const value = values[read] ?? 0;
  const before = previous?.[read];
  return (
    <figure className="chart">
      <ChartTitle id={titleId} title={title} isCompared={previous !== undefined} />
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
          aria-valuetext={`${name}: ${formatCount(value)}${before === undefined ? "" : `, the period before ${formatCount(before)}`}`}
          min={0}
          max={last}
          value={read}
          onChange={(event) => setActive(event.currentTarget.valueAsNumber)}
          onFocus={() => setActive(last)}
          onBlur={() => setActive(undefined)}
        />
        <ChartDrawing
          geometry={geometry}
          size={{ width, height }}
          unit={unit}
          buckets={buckets}
          values={values}
          active={active === undefined ? undefined : read}
          isOpen={isOpen && last > 0}
        />
        {active !== undefined && (
          <ChartTip
            x={geometry.x(read)}
            width={width}
            title={name}
            value={value}
            previous={before}
          />
        )}
      </div>
      <ChartTable title={title} unit={unit} buckets={buckets} values={values} previous={previous} />
    </figure>
  );
}

interface ChartTitleProps {
  readonly id: string;
  readonly title: string;
  readonly isCompared: boolean;
}

function ChartTitle({ id, title, isCompared }: ChartTitleProps) {
  return (
    <figcaption className="chart-title">
      <span id={id}>{title}</span>
      {isCompared && (
        <span className="chart-legend" aria-hidden="true">
          <i /> this period <i className="is-previous" /> the period before
        </span>
      )}
      <UnitPicker />
    </figcaption>
  );
}
