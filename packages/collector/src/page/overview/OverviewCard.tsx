import { useState } from "react";
import type { OverviewAnswer } from "../../analytics/Answers.ts";
import { formatCount, formatRatio } from "../format/format.ts";
import { Metric } from "./Metric.tsx";
import { TrendChart } from "./TrendChart.tsx";

type ChartMetric = "executions" | "users";

/** The numbers of the range with the period before, and one of them over time. */
export function OverviewCard({ overview }: { readonly overview: OverviewAnswer }) {
  const [metric, setMetric] = useState<ChartMetric>("executions");
  const { totals, previous } = overview;
  const perBucket = overview.unit === "day" ? "day" : "hour";
  return (
    <section className="card" aria-label="Overview">
      <div className="metrics">
        <Metric
          label="Executions"
          value={formatCount(totals.executions)}
          now={totals.executions}
          before={previous.executions}
          isPressed={metric === "executions"}
          onPress={() => setMetric("executions")}
        />
        <Metric
          label="Distinct users"
          value={formatCount(totals.users)}
          now={totals.users}
          before={previous.users}
          isPressed={metric === "users"}
          onPress={() => setMetric("users")}
        />
        <Metric
          label="Actions used"
          value={formatCount(totals.names)}
          now={totals.names}
          before={previous.names}
        />
        <Metric
          label="Executions per user"
          value={formatRatio(ratio(totals))}
          now={ratio(totals)}
          before={ratio(previous)}
        />
      </div>
      <TrendChart
        title={`${metric === "executions" ? "Executions" : "Distinct users"} per ${perBucket}`}
        unit={overview.unit}
        buckets={overview.buckets}
        values={metric === "executions" ? overview.executions : overview.users}
        previous={metric === "executions" ? overview.previousExecutions : overview.previousUsers}
      />
    </section>
  );
}

function ratio({ executions, users }: { readonly executions: number; readonly users: number }) {
  return users === 0 ? 0 : executions / users;
}
