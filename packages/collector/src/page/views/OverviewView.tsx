import { ActionsTable } from "../actions/ActionsTable.tsx";
import { ComingAndGoing } from "../actions/ComingAndGoing.tsx";
import type { ViewData } from "../api/loadView.ts";
import { Breakdowns } from "../breakdown/Breakdowns.tsx";
import { EmptyState } from "../empty/EmptyState.tsx";
import { NotCounted } from "../health/NotCounted.tsx";
import { ActiveUsers } from "../overview/ActiveUsers.tsx";
import { CourseCard } from "../overview/CourseCard.tsx";
import { overviewMetrics } from "../overview/metrics.ts";
import { Toolbar } from "../toolbar/Toolbar.tsx";

/** All numbers of a range; with nothing stored at all, how to send a first event. */
export function OverviewView(data: Extract<ViewData, { readonly name: "overview" }>) {
  const { overview, actions, hasOldActions, isEmpty } = data;
  if (isEmpty) return <EmptyState />;
  return (
    <>
      <Toolbar days={overview} actions={actions?.actions.map(({ id }) => id) ?? []} />
      <CourseCard course={overview} metrics={overviewMetrics(overview)}>
        <ActiveUsers active={overview.active} />
      </CourseCard>
      <Breakdowns counts={overview} />
      <ComingAndGoing overview={overview} />
      {actions === undefined ? (
        <output className="card loading-card">Loading the actions…</output>
      ) : (
        <ActionsTable answer={actions} surfaces={overview.surfaces} isStale={hasOldActions} />
      )}
      <NotCounted overview={overview} />
    </>
  );
}
