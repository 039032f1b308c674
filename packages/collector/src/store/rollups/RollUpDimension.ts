import type { EventKind } from "../EventRecord.ts";
import type { Dimension } from "../Selection.ts";

/**
 * What roll-ups are kept by: everything together, the five dimensions, each name with each surface, all dimensions but the
 * name at once (`context`), and how completions ended, by name. Those of days by `facet` (all dimensions at once) are the
 * whole truth: all others follow from them, and are kept so that the questions asked most read little.
 */
export type RollUpDimension =
  | "all"
  | Dimension
  | "nameSurface"
  | "context"
  | "facet"
  | "completion"
  | "facetCompletion";

/** Those that every store keeps for every unit, each key of them one that several facets share. */
export const sharedDimensions = [
  "all",
  "name",
  "surface",
  "trigger",
  "source",
  "platform",
  "nameSurface",
  "context",
] as const satisfies readonly RollUpDimension[];

/** Dimensions by number, which stays what it is for good: databases hold it. */
export const rollUpDimensions: readonly RollUpDimension[] = [
  "all",
  "name",
  "surface",
  "trigger",
  "source",
  "platform",
  "nameSurface",
  "facet",
  "completion",
  "facetCompletion",
  "context",
];

/** The same, the smallest first. */
export const dimensionsBySize: readonly RollUpDimension[] = [
  "all",
  "name",
  "surface",
  "trigger",
  "source",
  "platform",
  "context",
  "nameSurface",
  "facet",
  "completion",
  "facetCompletion",
];

/** The parts of keys, by dimension. The kind is always the first; all of a facet's dimensions come in this order. */
export const facetParts = ["kind", "name", "surface", "trigger", "source", "platform"] as const;

/** What each key consists of; a name of another kind is another key. */
export const partsByDimension: Readonly<Record<RollUpDimension, readonly (keyof KeyParts)[]>> = {
  all: ["kind"],
  name: ["kind", "name"],
  surface: ["kind", "surface"],
  trigger: ["kind", "trigger"],
  source: ["kind", "source"],
  platform: ["kind", "platform"],
  nameSurface: ["kind", "name", "surface"],
  context: ["kind", "surface", "trigger", "source", "platform"],
  facet: facetParts,
  completion: ["kind", "name", "outcome", "step"],
  facetCompletion: [...facetParts, "outcome", "step"],
};

/** The parts of a key, by name. */
export interface KeyParts extends Readonly<
  Partial<Record<Dimension | "outcome" | "step", string>>
> {
  readonly kind: EventKind;
}
