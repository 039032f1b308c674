import type { Facet } from "../StoreRow.ts";

/** The columns of the table `facet` that make one. */
export const facetColumns = 'kind, name, surface, "trigger", source, platform';

/** The facet that a row with its columns holds, and nothing else of the row. */
export function facetOf({ kind, name, surface, trigger, source, platform }: Facet): Facet {
  return { kind, name, surface, trigger, source, platform };
}
