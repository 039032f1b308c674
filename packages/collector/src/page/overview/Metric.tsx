import { Change } from "./Change.tsx";

/** One number with its change. */
export interface MetricValue {
  readonly label: string;
  readonly value: string;
  /** Absent where the number cannot be compared, or is not. */
  readonly comparison?: { readonly now: number; readonly before: number };
  /** What stands below where nothing is compared. */
  readonly detail?: string;
  /** What of the chart it belongs to. */
  readonly chart?: "executions" | "users";
}

/** A number, and what happens when it is pressed. */
export interface MetricProps {
  readonly metric: MetricValue;
  /** With `onPress`: whether the chart shows this number. */
  readonly isPressed?: boolean;
  readonly onPress?: (() => void) | undefined;
}

/** A number of the overview; a toggle button if the chart can show it. */
export function Metric({ metric, isPressed, onPress }: MetricProps) {
  const { label, value, comparison, detail } = metric;
  const content = (
    <>
      <span className="metric-label">{label}</span>
      <span className="metric-value">{value}</span>
      {comparison !== undefined && <Change {...comparison} none="nothing before" />}
      {detail !== undefined && <span className="change">{detail}</span>}
    </>
  );
  if (onPress === undefined) return <div className="metric">{content}</div>;
  return (
    <button type="button" className="metric" aria-pressed={isPressed} onClick={onPress}>
      {content}
    </button>
  );
}
