import type { AnalyticsQuery, Facet } from "../../query/AnalyticsQuery.ts";

/** The query with a filter on a facet, or with none. */
export function withFilter(
  query: AnalyticsQuery,
  facet: Facet,
  value: string | undefined,
): AnalyticsQuery {
  const { [facet]: _, ...others } = query.filter;
  return { ...query, filter: value === undefined ? others : { ...others, [facet]: value } };
}
