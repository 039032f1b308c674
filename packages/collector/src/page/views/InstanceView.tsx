import type { ViewData } from "../api/loadView.ts";
import { ErrorsCard } from "../errors/ErrorsCard.tsx";
import { WhatIsCollected } from "../events/WhatIsCollected.tsx";
import { HealthCard } from "../health/HealthCard.tsx";
import { NotCounted } from "../health/NotCounted.tsx";
import { PingCard } from "../ping/PingCard.tsx";
import { Toolbar } from "../toolbar/Toolbar.tsx";

/** How the instance is, what it does not count, what it collects, and what leaves it. */
export function InstanceView(data: Extract<ViewData, { readonly name: "instance" }>) {
  const { overview, lastEvent, isHealthy, errors, ping, instance } = data;
  return (
    <>
      <div className="view-head">
        <h2>Instance</h2>
        <p className="muted">
          How it is, what it does not count, what it collects, what leaves it.
        </p>
      </div>
      <Toolbar days={overview} isAboutCounts={false} />
      <div className="grid grid-halves">
        <HealthCard isHealthy={isHealthy} lastEvent={lastEvent} instance={instance} />
        <NotCounted overview={overview} />
      </div>
      {ping !== undefined && <PingCard ping={ping} leaving={instance?.leaving} />}
      {errors !== undefined && <ErrorsCard answer={errors} />}
      <WhatIsCollected />
    </>
  );
}
