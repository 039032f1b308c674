import type { Facet } from "../../query/AnalyticsQuery.ts";

/** What stands for a value that events do not have. */
export const absentLabels: Readonly<Record<Facet, string>> = {
  action: "(no action)",
  surface: "(no surface)",
  source: "(no source)",
  platform: "(no platform)",
  trigger: "(no trigger)",
};
