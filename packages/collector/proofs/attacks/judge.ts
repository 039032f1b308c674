import { quantile } from "./HealthyClients.ts";
import type { Condition, MeasuredAttack } from "./measureAttack.ts";

/** By how much healthy clients may wait longer. */
const most = 2;

/** The heads of the table that {@link judge} fills. */
export const columns = [
  "attack",
  "sent a second",
  "p99 at rest, ms",
  "p99 beside it, ms",
  "p99, ms",
  "/ rest",
  "/ beside",
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
 * An attack is felt if healthy clients wait more than twice as long as when the same attacker, at the same rate on the same
 * machine, attacks somebody else, and more than twice as long as at rest. Where even the former is more than twice what it
 * is at rest, or the attacker cannot be as fast as it is meant to be, the machine is too busy for a verdict, which does not
 * pass either.
 */
export function judge({ rest, beside, attacked, rate, isStrong }: MeasuredAttack): Verdict {
  const p99 = ({ times }: Condition) => quantile(times, 0.99);
  const [atRest, besideIt, during] = [p99(rest), p99(beside), p99(attacked)];
  const p50 = quantile(attacked.times, 0.5) / quantile(rest.times, 0.5);
  const isLost = attacked.refused > 0;
  const isQuiet = during <= most * atRest;
  const isComparable = besideIt <= most * atRest;
  const hasPassed = !isLost && isStrong && (isQuiet || (isComparable && during <= most * besideIt));
  const isUnclear = !isLost && !(isStrong && isComparable);
  const percent = ({ processor }: Condition) => `${Math.round(100 * processor)} %`;
  const cells = [
    rate.toFixed(0),
    atRest.toFixed(1),
    besideIt.toFixed(1),
    during.toFixed(1),
    (during / atRest).toFixed(1),
    (during / besideIt).toFixed(1),
    p50.toFixed(1),
    `${rest.longestHold.toFixed(0)} → ${attacked.longestHold.toFixed(0)}`,
    attacked.firstHold.toFixed(0),
    `${percent(rest)} → ${percent(attacked)}`,
    String(attacked.refused),
    hasPassed ? "not felt" : isUnclear ? "unclear: a busy machine" : "**felt**",
  ];
  return { cells, hasPassed };
}

/** A line of a table. */
export function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}
