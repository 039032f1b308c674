import type { BucketUnit } from "../time/calendar.ts";
import type { TimeRange } from "./timeRanges.ts";

/** What counts can be filtered by, under the names that people see. */
export const facets = ["action", "surface", "source", "platform", "trigger"] as const;

/** @see facets */
export type Facet = (typeof facets)[number];

/** What is asked of the analytics; an address says the same. */
export interface AnalyticsQuery {
  readonly range: TimeRange;
  /** Absent: the natural one of the range. */
  readonly unit?: BucketUnit;
  /** Values that events must have; the empty string stands for events without surface or trigger. */
  readonly filter: Readonly<Partial<Record<Facet, string>>>;
  /** Whether the period before is compared with. */
  readonly hasComparison: boolean;
}

/** What is asked where nothing is said. */
export const defaultQuery: AnalyticsQuery = { range: "7d", filter: {}, hasComparison: true };
