import type { OverviewAnswer } from "../../analytics/answers/OverviewAnswer.ts";
import { formatBucket, formatBucketLong, formatCount } from "../format/format.ts";

/** What is known of active users. */
export interface ActiveUsersProps {
  readonly active: OverviewAnswer["active"];
}

/** Distinct users of the last day of a range that has come, and of the calendar week and month it is in: so far, if need be. */
export function ActiveUsers({ active }: ActiveUsersProps) {
  const { on, over } = active;
  const day = formatBucket("day", on);
  const soFar = (unit: "week" | "month") =>
    // Of a day that is under way, its week and month are, too: that need not be said again.
    over.includes(unit) || !over.includes("day") ? "" : " so far";
  return (
    <dl className="active-users" aria-label="Active users">
      <Active
        name={over.includes("day") ? `Users on ${day}` : `Users so far on ${day}`}
        value={active.day}
      />
      <Active name={`in its week${soFar("week")}`} value={active.week} />
      <Active name={`in ${formatBucketLong("month", on)}${soFar("month")}`} value={active.month} />
    </dl>
  );
}

function Active({ name, value }: { readonly name: string; readonly value: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{formatCount(value)}</dd>
    </div>
  );
}
