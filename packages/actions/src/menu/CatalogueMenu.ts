import type { CatalogueItem } from "./CatalogueItem.ts";
import type { Dependents } from "../dependents/indexDependents.ts";

/** A menu, whatever the context. */
export interface CatalogueMenu {
  /** Sorted. */
  readonly items: readonly CatalogueItem[];
  /** Which of the items read which keys of the context, by their places in the list. */
  readonly dependents: Dependents<number>;
}
