import { type AnalyticsQuery, defaultQuery, facets } from "./AnalyticsQuery.ts";

/** The parameters that `parseQuery` reads the same query from; what is as by default is left out. */
export function writeQuery(query: AnalyticsQuery): URLSearchParams {
  const { range, unit, filter, hasComparison } = query;
  const parameters = new URLSearchParams();
  if (typeof range !== "string") {
    parameters.set("from", range.from);
    parameters.set("to", range.to);
  } else if (range !== defaultQuery.range) {
    parameters.set("range", range);
  }
  if (unit !== undefined) parameters.set("unit", unit);
  for (const facet of facets) {
    const value = filter[facet];
    if (value !== undefined) parameters.set(facet, value);
  }
  if (!hasComparison) parameters.set("compare", "off");
  return parameters;
}
