import type { Diagnostic } from "../action/Diagnostic.ts";
import type { MenuId } from "../action/MenuId.ts";
import type { KeybindingTarget } from "../keybinding/KeybindingTarget.ts";
import type { CompiledMenuItem } from "../menu/CompiledMenuItem.ts";
import type { Dependents } from "../menu/indexDependents.ts";
import type { CompiledAction } from "./CompiledAction.ts";

/** A menu item with the actions that its IDs mean. */
export interface CatalogueItem {
  readonly item: CompiledMenuItem;
  readonly action: CompiledAction;
  readonly alt?: CompiledAction;
}

/** A menu, whatever the context. */
export interface CatalogueMenu {
  /** Sorted. */
  readonly items: readonly CatalogueItem[];
  /** Which of the items read which keys of the context. */
  readonly dependents: Dependents;
}

/** What all sources together amount to, whatever the context. */
export interface Catalogue {
  /** Builtins first. */
  readonly actionById: ReadonlyMap<string, CompiledAction>;
  readonly menuById: ReadonlyMap<MenuId, CatalogueMenu>;
  readonly itemsByActionId: ReadonlyMap<string, readonly CatalogueItem[]>;
  readonly keybindings: readonly KeybindingTarget[];
  /** About how the sources fit together; what is wrong inside of one is in its own log. */
  readonly diagnostics: readonly Diagnostic[];
}
