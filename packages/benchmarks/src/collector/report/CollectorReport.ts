import type { DashboardResult } from "../measureDashboards.ts";
import type { HttpResult } from "../measureHttp.ts";
import type { Measure } from "../Measure.ts";

/** What a speed is measured with. */
export interface ByBatch<Result> {
  /** Batches of 50 events. */
  readonly small: Result;
  /** Batches of 1,000 events. */
  readonly large: Result;
}

/** Dashboards at a number of events. */
export interface SizeResult {
  readonly events: number;
  readonly dashboards: readonly DashboardResult[];
  /** Room on disk for each event, roll-ups and everything included; absent where it cannot be asked. */
  readonly bytesPerEvent: number | undefined;
}

/** What was measured of one store. */
export interface StoreReport {
  readonly name: string;
  readonly alone: ByBatch<Measure>;
  readonly http: HttpResult;
  readonly sizes: readonly SizeResult[];
}

/** Everything that one run of the benchmark found. */
export interface CollectorReport {
  /** Such as `2026-11-22`. */
  readonly date: string;
  readonly node: string;
  readonly machine: string;
  readonly events: number;
  readonly limit: ByBatch<Measure & { readonly bytesPerEvent: number }>;
  readonly stores: readonly StoreReport[];
}
