import type { OverviewAnswer } from "../../analytics/answers/OverviewAnswer.ts";
import { formatBucket, formatSpan } from "../format/format.ts";
import { labelBefore } from "./labelBefore.ts";

/** What changes are the changes of. */
export type ComparedNoteProps = Pick<
  OverviewAnswer,
  "unit" | "buckets" | "complete" | "previous" | "comparison"
>;

/**
 * Says what is compared with what: of a range that goes on, only what is over. Nothing where nothing is compared. Where
 * counting began late in the period before, a change is none of use: that is said, too.
 */
export function ComparedNote(props: ComparedNoteProps) {
  const { previous, comparison } = props;
  if (previous === null) return null;
  const begin = comparison === null ? undefined : lateBegin(props, previous.executions);
  return (
    <p className="compared">
      {sentenceOf(props)}
      {begin !== undefined && ` Of that period, nothing was counted before ${begin}.`}
    </p>
  );
}

function sentenceOf({ unit, buckets, complete, comparison }: ComparedNoteProps): string {
  if (comparison === null) return "None of this is over yet, so that nothing is compared.";
  const before = formatSpan(comparison.before.from, comparison.before.to);
  if (complete === buckets.length) return `Changes are against ${before}.`;
  const whole = unit === "hour" ? "hours" : "days";
  const span = formatSpan(comparison.from, comparison.to);
  return `Changes are those of the whole ${whole} ${span}, against ${before}.`;
}

/** Where in the period before anything was counted first, if that is in its second half. Hours are many that are quiet. */
function lateBegin(
  { unit, buckets }: ComparedNoteProps,
  executions: readonly number[],
): string | undefined {
  const first = executions.findIndex((count) => count > 0);
  if (unit === "hour" || first <= buckets.length / 2) return undefined;
  return formatBucket(unit, labelBefore({ unit, buckets }, first), { hasYear: true });
}
