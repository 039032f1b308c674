import type { Dimension, Filter } from "../Selection.ts";

/** The only identifiers that a filter ever brings into a statement; values are always bound. */
const columnByDimension: Readonly<Record<Dimension, string>> = {
  name: "facet.name",
  surface: "facet.surface",
  trigger: 'facet."trigger"',
  source: "facet.source",
  platform: "facet.platform",
};

/** The condition that a facet passes a filter, whose values begin with the parameter of this number. */
export function whereFacet(filter: Filter | undefined, first: number): string {
  return filteredDimensions(filter)
    .map((dimension, index) => ` AND ${columnByDimension[dimension]} = $${first + index}`)
    .join("");
}

/** The values of `whereFacet`. */
export function filterValues(filter: Filter | undefined): readonly unknown[] {
  return filteredDimensions(filter).map((dimension) => filter?.[dimension]);
}

/** The dimensions that a filter names, always in the same order. */
function filteredDimensions(filter: Filter = {}): readonly Dimension[] {
  return (Object.keys(columnByDimension) as Dimension[]).filter(
    (dimension) => filter[dimension] !== undefined,
  );
}
