import type { CatalogueItem } from "./CatalogueItem.ts";
import type { Dependents } from "./indexDependents.ts";

/** A menu, whatever the context. */
export interface CatalogueMenu {
  /** Sorted. */
  readonly items: readonly CatalogueItem[];
  /** Which of the items read which keys of the context. */
  readonly dependents: Dependents;
}
