import type { OverviewAnswer } from "../../analytics/answers/OverviewAnswer.ts";
import { BreakdownCard } from "./BreakdownCard.tsx";

/** Counts by each property of events. */
export interface BreakdownsProps {
  readonly counts: Pick<OverviewAnswer, "surfaces" | "platforms" | "sources" | "triggers">;
}

/** A card for each property by which can be filtered. */
export function Breakdowns({ counts }: BreakdownsProps) {
  return (
    <div className="grid grid-breakdowns">
      <BreakdownCard title="Surfaces" facet="surface" rows={counts.surfaces} isHued />
      <BreakdownCard title="Platforms" facet="platform" rows={counts.platforms} />
      <div className="stack">
        <BreakdownCard title="Sources" facet="source" rows={counts.sources} />
        <BreakdownCard title="Triggers" facet="trigger" rows={counts.triggers} />
      </div>
    </div>
  );
}
