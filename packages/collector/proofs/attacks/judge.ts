import type { Condition } from "./Condition.ts";
import type { MeasuredAttack } from "./measureAttack.ts";

/** By how much healthy clients may wait longer. */
const most = 2;

/** The heads of the table that {@link judge} fills. */
export const columns = [
  "attack",
  "sent a second",
  "p99 at rest, ms",
  "beside it, ms",
  "during it, ms",
  "/ rest",
  "p50 / rest",
  "loop held, ms",
  "at its start, ms",
  "processor",
  "refused",
  "verdict",
];

/** What an attack does to others. */
export interface Verdict {
  /** Of all columns but the first. */
  readonly cells: readonly string[];
  readonly hasPassed: boolean;
}

/**
 * An attack is felt if healthy clients wait more than twice as long as at rest. Where they do so as well when the same
 * attacker attacks somebody else on the same machine, or the attacker cannot be as fast as it is meant to be, the machine
 * is too busy for a verdict, which does not pass either.
 */
export function judge({ rest, beside, attacked, rate, isStrong }: MeasuredAttack): Verdict {
  const isLost = attacked.refused > 0;
  const isFelt = isLost || attacked.p99 > most * rest.p99;
  const isBusy = beside.p99 > most * rest.p99;
  const isUnclear = !isLost && (!isStrong || (isFelt && isBusy));
  const percent = ({ processor }: Condition) => `${Math.round(100 * processor)} %`;
  const cells = [
    rate.toFixed(0),
    rest.p99.toFixed(1),
    beside.p99.toFixed(1),
    attacked.p99.toFixed(1),
    (attacked.p99 / rest.p99).toFixed(1),
    (attacked.p50 / rest.p50).toFixed(1),
    `${rest.longestHold.toFixed(0)} → ${attacked.longestHold.toFixed(0)}`,
    attacked.firstHold.toFixed(0),
    `${percent(rest)} → ${percent(attacked)}`,
    String(attacked.refused),
    isUnclear ? "unclear: a busy machine" : isFelt ? "**felt**" : "not felt",
  ];
  return { cells, hasPassed: !isUnclear && !isFelt };
}

/** A line of a table. */
export function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}
