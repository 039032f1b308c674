import type { ActionAnswer } from "../../analytics/answers/ActionAnswer.ts";
import type { OverviewAnswer } from "../../analytics/answers/OverviewAnswer.ts";
import type { Totals } from "../../store/Selection.ts";
import { formatCount, formatDuration, formatRatio, formatShare } from "../format/format.ts";
import type { MetricValue } from "./Metric.tsx";

type Course = Pick<OverviewAnswer, "totals" | "previous">;

/** The numbers of all actions together. */
export function overviewMetrics(course: Course): readonly MetricValue[] {
  const { totals, previous } = course;
  return [
    ...commonMetrics(course),
    {
      label: "Actions used",
      value: formatCount(totals.names),
      ...compare(totals.names, previous?.totals.names),
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

function commonMetrics({ totals, previous }: Course): readonly MetricValue[] {
  return [
    {
      label: "Executions",
      value: formatCount(totals.executions),
      chart: "executions",
      ...compare(totals.executions, previous?.totals.executions),
    },
    {
      label: "Distinct users",
      value: formatCount(totals.users),
      chart: "users",
      ...compare(totals.users, previous?.totals.users),
    },
  ];
}

function perUser({ totals, previous }: Course): MetricValue {
  return {
    label: "Executions per user",
    value: formatRatio(ratio(totals)),
    ...compare(ratio(totals), previous === null ? undefined : ratio(previous.totals)),
  };
}

function compare(now: number, before: number | undefined): Pick<MetricValue, "comparison"> {
  return before === undefined ? {} : { comparison: { now, before } };
}

function ratio({ executions, users }: Totals): number {
  return users === 0 ? 0 : executions / users;
}
