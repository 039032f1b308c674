import type { EventStore } from "@action-telemetry/collector";
import { dashboards, slowerDashboards } from "./dashboards.ts";

/** How long a dashboard took, in milliseconds. */
export interface DashboardResult {
  readonly name: string;
  /** Whether it is to take at most 20 ms. */
  readonly isToBeFast: boolean;
  /** The first time. */
  readonly first: number;
  /** The median of the others. */
  readonly median: number;
}

/** Asks for every dashboard, some times. */
export async function measureDashboards(
  store: EventStore,
  { now, rounds }: { readonly now: number; readonly rounds: number },
): Promise<readonly DashboardResult[]> {
  const results: DashboardResult[] = [];
  for (const dashboard of [...dashboards, ...slowerDashboards]) {
    const times: number[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      const start = performance.now();
      await dashboard.ask(store, now);
      times.push(performance.now() - start);
    }
    const [first = 0, ...others] = times;
    const median = others.toSorted((a, b) => a - b)[Math.floor(others.length / 2)] ?? 0;
    results.push({
      name: dashboard.name,
      isToBeFast: dashboards.includes(dashboard),
      first,
      median,
    });
  }
  return results;
}
