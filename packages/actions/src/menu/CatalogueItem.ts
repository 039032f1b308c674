import type { CompiledAction } from "../registry/CompiledAction.ts";
import type { CompiledMenuItem } from "./CompiledMenuItem.ts";

/** A menu item with the actions that its IDs mean. */
export interface CatalogueItem {
  readonly item: CompiledMenuItem;
  readonly action: CompiledAction;
  readonly alt?: CompiledAction;
}
