import type { Dimension } from "../Selection.ts";

/**
 * How sets are found in the table `people_set`, which knows who did something in a day, week or month. Every unit, bucket,
 * dimension and key has a set for each 65,536 people. A key is the number of a facet: the first that is of the same kind
 * and has the same value of the dimension.
 */
export interface PeoplePlace {
  /** A place in `rollUpUnits`. */
  readonly unit: number;
  readonly dimension: number;
  readonly bucket: number;
  readonly key: number;
  readonly chunk: number;
}

/** By what there are sets: every facet by itself, all of a kind together, and the values of each dimension. */
export type PeopleDimension = Dimension | "facet" | "all";

/** The dimensions: their places in this list are stored. */
export const peopleDimensions: readonly PeopleDimension[] = [
  "facet",
  "all",
  "name",
  "surface",
  "trigger",
  "source",
  "platform",
];

/** Selects facets, and for each dimension the key under which they are found. */
export const facetKeysQuery = `SELECT ${peopleDimensions
  .map((dimension) => `${keyColumn(dimension)} AS "${dimension}"`)
  .join(", ")} FROM facet`;

function keyColumn(dimension: PeopleDimension): string {
  if (dimension === "facet") return "id";
  const columns = dimension === "all" ? "kind" : `kind, "${dimension}"`;
  return `min(id) OVER (PARTITION BY ${columns})`;
}
