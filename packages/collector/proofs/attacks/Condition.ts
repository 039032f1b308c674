import { quantile, type Waits } from "./HealthyClients.ts";

/** What one turn of a condition has shown. */
export interface Turn extends Waits {
  /** Share of one core that the collector took. */
  readonly processor: number;
  /** The longest its event loop was held up for, in milliseconds. */
  readonly longestHold: number;
  /** The same before the measurement, when the attack began. */
  readonly firstHold: number;
}

/** What healthy clients saw in one condition: at rest, beside an attack on somebody else, or during it. */
export interface Condition extends Omit<Turn, "times"> {
  /** How long half of the batches waited, and all but one of a hundred, in milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

/**
 * Sums turns up. Of the waits it takes the median of the turns: a disk or a machine that falters once, at rest or during
 * an attack, says nothing of either.
 */
export function summarize(turns: readonly Turn[]): Condition {
  const medianOf = (of: (turn: Turn) => number) => quantile(turns.map(of), 0.5);
  return {
    p50: medianOf(({ times }) => quantile(times, 0.5)),
    p99: medianOf(({ times }) => quantile(times, 0.99)),
    refused: turns.reduce((sum, { refused }) => sum + refused, 0),
    processor: medianOf(({ processor }) => processor),
    longestHold: medianOf(({ longestHold }) => longestHold),
    firstHold: medianOf(({ firstHold }) => firstHold),
  };
}
