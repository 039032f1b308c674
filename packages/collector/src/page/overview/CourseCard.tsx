import type { ReactNode } from "react";
import type { OverviewAnswer } from "../../analytics/answers/OverviewAnswer.ts";
import { useChange, useNavigation } from "../location/useNavigation.ts";
import { ComparedNote } from "./ComparedNote.tsx";
import { Metric, type MetricValue } from "./Metric.tsx";
import { TrendChart } from "./TrendChart.tsx";

/** Numbers and their course. */
export interface CourseCardProps {
  readonly course: Pick<
    OverviewAnswer,
    "unit" | "buckets" | "complete" | "begun" | "executions" | "users" | "previous" | "comparison"
  >;
  readonly metrics: readonly MetricValue[];
  readonly children?: ReactNode;
}

/** The numbers of the range, and one of them over time. */
export function CourseCard({ course, metrics, children }: CourseCardProps) {
  const { look, query } = useNavigation().location;
  const change = useChange();
  const { metric } = look;
  return (
    <section className="card" aria-label="Overview">
      <div className="metrics" data-count={metrics.length}>
        {metrics.map((item) => {
          const { chart } = item;
          return (
            <Metric
              key={item.label}
              metric={item}
              isPressed={chart === metric}
              onPress={chart && (() => change({ look: { ...look, metric: chart } }, "replace"))}
            />
          );
        })}
      </div>
      <ComparedNote {...course} />
      <TrendChart
        title={`${metric === "executions" ? "Executions" : "Distinct users"} per ${course.unit}`}
        series={{
          unit: course.unit,
          buckets: course.buckets,
          complete: course.complete,
          begun: course.begun,
          values: course[metric],
          previous: course.previous?.[metric],
        }}
      />
      {course.unit === "hour" && query.range !== "24h" && (
        <p className="muted">
          Hours are counted from stored events: where those were deleted for their age, there are
          none.
        </p>
      )}
      {children}
    </section>
  );
}
