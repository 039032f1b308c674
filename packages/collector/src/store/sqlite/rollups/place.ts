import { type RollUpDimension, rollUpDimensions } from "../../rollups/RollUpDimension.ts";
import { type RollUpUnit, rollUpUnits } from "../../rollups/RollUpSpan.ts";

/** How many keys of a dimension share a row of counts. */
export const keysInCountBlock = 128;

/** What has a place: dimensions, and the people of facets, which share a row by their names. */
export type PlaceDimension = RollUpDimension | "facetPeople";

/** Places by number, which stays what it is for good. */
const placeDimensions: readonly PlaceDimension[] = [...rollUpDimensions, "facetPeople"];

/** The number of a dimension in the database. */
export function dimensionNumber(dimension: PlaceDimension): number {
  return placeDimensions.indexOf(dimension);
}

/** Where the people of a dimension are. */
export function peoplePlace(dimension: RollUpDimension): PlaceDimension {
  return dimension === "facet" ? "facetPeople" : dimension;
}

/** How many keys of a dimension share a row of people. */
export const keysInPeopleBlock = 16;

/** How many names there are whose facets share a row of people. */
export const namesInPeopleBlock = 8;

const buckets = 2 ** 16;
const blocks = 2 ** 20;
const chunks = 2 ** 11;

/** Where a row of roll-ups is kept. */
export interface Place {
  readonly dimension: PlaceDimension;
  readonly unit: RollUpUnit;
  /** @see Period */
  readonly bucket: number;
  /** Keys divided by how many share a row; for people of facets the keys of their names. */
  readonly block: number;
  /** People divided by how many share a set; 0 for counts. */
  readonly chunk: number;
}

/** The number of the row; rows of one dimension and unit are in the order of their buckets, blocks and chunks. */
export function placeNumber({ dimension, unit, bucket, block, chunk }: Place): number {
  const series = dimensionNumber(dimension) * 4 + rollUpUnits.indexOf(unit);
  return ((series * buckets + bucket) * blocks + block) * chunks + chunk;
}

/** Where the row of a number is, within its dimension and unit. */
export function placeWithin(number: number): Pick<Place, "bucket" | "block" | "chunk"> {
  const rest = Math.floor(number / chunks);
  return {
    chunk: number % chunks,
    block: rest % blocks,
    bucket: Math.floor(rest / blocks) % buckets,
  };
}

/** The first number of a bucket. */
export function bucketPlace(dimension: PlaceDimension, unit: RollUpUnit, bucket: number): number {
  return placeNumber({ dimension, unit, bucket, block: 0, chunk: 0 });
}
