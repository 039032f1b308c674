import type { ActionAnswer } from "../../analytics/answers/ActionAnswer.ts";
import type { OverviewAnswer } from "../../analytics/answers/OverviewAnswer.ts";
import type { Totals } from "../../store/Selection.ts";
import { formatCount, formatDuration, formatRatio, formatShare } from "../format/format.ts";
import type { MetricValue } from "./Metric.tsx";

type Course = Pick<OverviewAnswer, "totals" | "comparison">;

/** The numbers of all actions together. */
export function overviewMetrics(course: Course): readonly MetricValue[] {
  return [
    ...commonMetrics(course),
    {
      label: "Actions used",
      value: formatCount(course.totals.names),
      ...compare(course, ({ names }) => names),
    },
    perUser(course),
  ];
}

/** The numbers of one action. */
export function actionMetrics(action: ActionAnswer): readonly MetricValue[] {
  const { endings } = action;
  const rest: readonly MetricValue[] =
    endings === null || endings.successRate === null
      ? [perUser(action)]
      : [
          {
            label: "Success rate",
            value: formatShare(endings.successRate),
            detail: `${formatCount(endings.failed)} failed`,
          },
        ];
  if (endings?.p50Ms == null || endings.p95Ms === null) return [...commonMetrics(action), ...rest];
  const latency = {
    label: "Latency, p95",
    value: formatDuration(endings.p95Ms),
    detail: `half within ${formatDuration(endings.p50Ms)}`,
  };
  return [...commonMetrics(action), ...rest, latency];
}

function commonMetrics(course: Course): readonly MetricValue[] {
  return [
    {
      label: "Executions",
      value: formatCount(course.totals.executions),
      chart: "executions",
      ...compare(course, ({ executions }) => executions),
    },
    {
      label: "Distinct users",
      value: formatCount(course.totals.users),
      chart: "users",
      ...compare(course, ({ users }) => users),
    },
  ];
}

function perUser(course: Course): MetricValue {
  return {
    label: "Executions per user",
    value: formatRatio(ratio(course.totals)),
    ...compare(course, ratio),
  };
}

/** What is over of the range against as much of the period before, whatever has been counted since. */
function compare(
  { comparison }: Course,
  valueOf: (totals: Totals) => number,
): Pick<MetricValue, "comparison"> {
  if (comparison === null) return {};
  const { totals, before } = comparison;
  return { comparison: { now: valueOf(totals), before: valueOf(before.totals) } };
}

function ratio({ executions, users }: Totals): number {
  return users === 0 ? 0 : executions / users;
}
