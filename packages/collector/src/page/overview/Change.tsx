import { formatRatio, formatShare } from "../format/format.ts";

/** A number and the same one in the period before. */
export interface ChangeProps {
  readonly now: number;
  readonly before: number;
  /** What is said where there was nothing before. */
  readonly none: string;
}

/** By how much a number has changed, in words too. */
export function Change({ now, before, none }: ChangeProps) {
  if (before === 0) return <span className="change">{now === 0 ? "no change" : none}</span>;
  const change = now / before - 1;
  if (Math.abs(change) < 0.0005) return <span className="change">no change</span>;
  const direction = change > 0 ? "up" : "down";
  return (
    <span className="change" data-direction={direction}>
      <span className="visually-hidden">{direction === "up" ? "Up" : "Down"} </span>
      <span aria-hidden="true">{direction === "up" ? "↑" : "↓"}</span>{" "}
      {change < 9 ? formatShare(Math.abs(change)) : `×${formatRatio(now / before)}`}
      <span className="visually-hidden"> against the period before</span>
    </span>
  );
}
