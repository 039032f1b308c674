import { formatShare } from "../format/format.ts";

/** One number with its change. */
export interface MetricProps {
  readonly label: string;
  readonly value: string;
  readonly now: number;
  /** The same number in the period before. */
  readonly before: number;
  /** With `onPress`: whether the chart shows this number. */
  readonly isPressed?: boolean;
  readonly onPress?: () => void;
}

/** A number of the overview; a toggle button if the chart can show it. */
export function Metric({ label, value, now, before, isPressed, onPress }: MetricProps) {
  const content = (
    <>
      <span className="metric-label">{label}</span>
      <span className="metric-value">{value}</span>
      <Change now={now} before={before} />
    </>
  );
  if (onPress === undefined) return <div className="metric">{content}</div>;
  return (
    <button type="button" className="metric" aria-pressed={isPressed} onClick={onPress}>
      {content}
    </button>
  );
}

function Change({ now, before }: { readonly now: number; readonly before: number }) {
  if (before === 0) return <span className="metric-change">no period before</span>;
  const change = now / before - 1;
  if (Math.abs(change) < 0.0005) return <span className="metric-change">no change</span>;
  const direction = change > 0 ? "up" : "down";
  return (
    <span className="metric-change" data-direction={direction}>
      <span className="visually-hidden">{direction === "up" ? "Up" : "Down"} </span>
      <span aria-hidden="true">{direction === "up" ? "↑" : "↓"}</span>{" "}
      {formatShare(Math.abs(change))}
      <span className="visually-hidden"> against the period before</span>
    </span>
  );
}
