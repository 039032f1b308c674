import type { OverviewAnswer } from "../../analytics/answers/OverviewAnswer.ts";
import { formatBucket, formatBucketLong, formatCount } from "../format/format.ts";

/** What is known of active users. */
export interface ActiveUsersProps {
  readonly active: OverviewAnswer["active"];
  /** Whether the last day is today. */
  readonly isOpen: boolean;
}

/** Distinct users of the last day of a range, and of the calendar week and month it is in; of today, so far. */
export function ActiveUsers({ active, isOpen }: ActiveUsersProps) {
  return (
    <dl className="active-users" aria-label="Active users">
      <Active
        name={`Users on ${formatBucket("day", active.on)}${isOpen ? " so far" : ""}`}
        value={active.day}
      />
      <Active name="in its week" value={active.week} />
      <Active name={`in ${formatBucketLong("month", active.on)}`} value={active.month} />
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
