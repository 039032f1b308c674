import type { LossResult } from "../loss/LossResult.ts";
import { formatCount, formatMeasure } from "./formatNumber.ts";

/**
 * One cell of a loss table, such as `418 → 1,000 · 62 resent`: what had arrived before the page was
 * opened again, what had in the end, and what came or is kept more than once.
 *
 * @param isTimed whether to say how long the instance had been back when the last one came
 */
export function describeLoss(result: LossResult | undefined, isTimed: boolean): string {
  if (result === undefined) return "";
  if (result.failure !== undefined) return "failed";
  const { atOnce, inTheEnd, duplicatesOnTheWire, duplicatesStored, lastArrivalMs } = result;
  const arrived =
    atOnce === inTheEnd
      ? formatCount(inTheEnd)
      : `${formatCount(atOnce)} → ${formatCount(inTheEnd)}`;
  const notes = [
    isTimed && lastArrivalMs !== undefined && `${formatMeasure(lastArrivalMs / 1000)} s`,
    duplicatesOnTheWire > 0 && `${formatCount(duplicatesOnTheWire)} resent`,
    duplicatesStored > 0 && `${formatCount(duplicatesStored)} stored twice`,
  ];
  return [arrived, ...notes.filter((note) => note !== false)].join(" · ");
}
