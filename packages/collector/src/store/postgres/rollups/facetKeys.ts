import {
  type KeyParts,
  type RollUpDimension,
  facetParts,
  partsByDimension,
  sharedDimensions,
} from "../../rollups/RollUpDimension.ts";
import type { Runner } from "../PostgresConnections.ts";

type Keyed = (typeof sharedDimensions)[number];

/** For each facet its key of each dimension: the first facet that has the same of all that the dimension knows. */
export interface FacetKeys {
  keyOf(dimension: RollUpDimension, facet: number): number;
}

type Row = { readonly id: number } & Readonly<Record<Keyed, number>>;

const sql = `SELECT id, ${sharedDimensions.map(keyColumn).join(", ")} FROM facet`;

function keyColumn(dimension: Keyed): string {
  const columns = partsByDimension[dimension].map((part) => `"${columnOf(part)}"`);
  return `min(id) OVER (PARTITION BY ${columns.join(", ")}) AS "${dimension}"`;
}

/** Parts of these dimensions are columns of `facet`. */
function columnOf(part: keyof KeyParts): (typeof facetParts)[number] {
  return facetParts.find((known) => known === part) ?? "kind";
}

/** Reads the keys of all facets. */
export async function readFacetKeys(runner: Runner): Promise<FacetKeys> {
  const rows = await runner.rows<Row>(sql);
  const keysById = new Map(rows.map((row) => [row.id, row]));
  return {
    keyOf(dimension, facet) {
      const keyed = sharedDimensions.find((known) => known === dimension);
      return (keyed && keysById.get(facet)?.[keyed]) ?? facet;
    },
  };
}
