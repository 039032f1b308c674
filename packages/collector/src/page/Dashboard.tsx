import type { OverviewAnswer } from "../analytics/Answers.ts";
import type { AnalyticsSnapshot } from "./api/createAnalyticsStore.ts";
import { ActionsTable } from "./actions/ActionsTable.tsx";
import { BreakdownCard } from "./breakdown/BreakdownCard.tsx";
import { EmptyState } from "./empty/EmptyState.tsx";
import { ErrorsCard } from "./errors/ErrorsCard.tsx";
import { LatestEvents } from "./events/LatestEvents.tsx";
import { WhatIsCollected } from "./events/WhatIsCollected.tsx";
import { HealthCard } from "./health/HealthCard.tsx";
import { PingCard } from "./ping/PingCard.tsx";
import { OverviewCard } from "./overview/OverviewCard.tsx";

/** What the dashboard shows. */
export interface DashboardProps {
  readonly snapshot: AnalyticsSnapshot & { readonly overview: OverviewAnswer };
}

/** All numbers of a range; with nothing stored at all, how to send a first event. */
export function Dashboard({ snapshot }: DashboardProps) {
  const { overview, actions, events, ping, errors } = snapshot;
  if (events?.length === 0 && overview.totals.executions === 0) return <EmptyState />;
  return (
    <>
      <OverviewCard overview={overview} />
      <div className="grid grid-breakdowns">
        <BreakdownCard title="Surfaces" absent="(no surface)" rows={overview.surfaces} isHued />
        <BreakdownCard title="Platforms" absent="(no platform)" rows={overview.platforms} />
        <div className="stack">
          <BreakdownCard title="Sources" absent="(no source)" rows={overview.sources} />
          <BreakdownCard title="Triggers" absent="(no trigger)" rows={overview.triggers} />
        </div>
      </div>
      {actions !== undefined && <ActionsTable answer={actions} surfaces={overview.surfaces} />}
      <div className="grid grid-detail">
        {events !== undefined && <LatestEvents events={events} />}
        <HealthCard overview={overview} />
      </div>
      {errors !== undefined && <ErrorsCard answer={errors} />}
      {ping !== undefined && <PingCard ping={ping} />}
      <WhatIsCollected />
    </>
  );
}
