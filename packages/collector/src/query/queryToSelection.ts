import type { Dimension, Filter, Selection } from "../store/Selection.ts";
import { type AnalyticsQuery, type Facet, facets } from "./AnalyticsQuery.ts";
import { naturalUnit, rangeToPeriod } from "./timeRanges.ts";

/** The store's name of a facet. */
export function dimensionOf(facet: Facet): Dimension {
  return facet === "action" ? "name" : facet;
}

/**
 * What a store is asked for to answer a query about actions.
 *
 * @param now - Milliseconds since 1970.
 */
export function queryToSelection(query: AnalyticsQuery, now: number): Required<Selection> {
  const { range, unit = naturalUnit(range) } = query;
  return {
    period: rangeToPeriod(range, unit, now),
    kind: "action",
    filter: queryToFilter(query),
  };
}

/** A query's filter in the words of a store. */
export function queryToFilter({ filter }: Pick<AnalyticsQuery, "filter">): Filter {
  const entries = facets.map((facet) => [dimensionOf(facet), filter[facet]] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}
