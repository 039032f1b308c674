import type { OverviewAnswer } from "../../analytics/answers/OverviewAnswer.ts";
import { formatSpan } from "../format/format.ts";

/** What changes are the changes of. */
export type ComparedNoteProps = Pick<
  OverviewAnswer,
  "unit" | "buckets" | "complete" | "previous" | "comparison"
>;

/** Says what is compared with what: of a range that goes on, only what is over. Nothing where nothing is compared. */
export function ComparedNote(props: ComparedNoteProps) {
  return props.previous !== null && <p className="compared">{sentenceOf(props)}</p>;
}

function sentenceOf({ unit, buckets, complete, comparison }: ComparedNoteProps): string {
  if (comparison === null) return "None of this is over yet, so that nothing is compared.";
  const before = formatSpan(comparison.before.from, comparison.before.to);
  if (complete === buckets.length) return `Changes are against ${before}.`;
  const whole = unit === "hour" ? "hours" : "days";
  const span = formatSpan(comparison.from, comparison.to);
  return `Changes are those of the whole ${whole} ${span}, against ${before}.`;
}
