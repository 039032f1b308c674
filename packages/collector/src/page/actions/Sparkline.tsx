import { curveMonotoneX, line } from "d3-shape";
import { formatCount } from "../format/format.ts";

const width = 96;
const height = 28;

/** A trend small enough for a table cell, with its ends in words. Nothing where nothing is over yet. */
export function Sparkline({ values }: { readonly values: readonly number[] }) {
  if (values.length === 0) return null;
  const most = Math.max(1, ...values);
  const x = (index: number) => 2 + (index / Math.max(1, values.length - 1)) * (width - 4);
  const y = (value: number) => height - 3 - (value / most) * (height - 6);
  const path = line<number>((_, index) => x(index), y).curve(curveMonotoneX)(values) ?? "";
  const label = `From ${formatCount(values[0] ?? 0)} to ${formatCount(values.at(-1) ?? 0)}, at most ${formatCount(Math.max(0, ...values))}`;
  return (
    <svg className="sparkline" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <path d={path} />
      <circle cx={x(values.length - 1)} cy={y(values.at(-1) ?? 0)} r="2" />
    </svg>
  );
}
