import type { Diagnostic } from "../action/Diagnostic.ts";
import type { MenuId } from "../action/MenuId.ts";
import type { KeybindingTarget } from "../keybinding/KeybindingTarget.ts";
import type { CompiledMenuItem } from "../menu/CompiledMenuItem.ts";
import type { CompiledAction } from "./CompiledAction.ts";

/** A menu item with the actions that its IDs mean. */
export interface CatalogueItem {
  readonly item: CompiledMenuItem;
  readonly action: CompiledAction;
  readonly alt?: CompiledAction;
}

/** What all sources together amount to, whatever the context. */
export interface Catalogue {
  /** Builtins first. */
  readonly actionById: ReadonlyMap<string, CompiledAction>;
  /** Sorted. */
  readonly itemsByMenu: ReadonlyMap<MenuId, readonly CatalogueItem[]>;
  readonly itemsByActionId: ReadonlyMap<string, readonly CatalogueItem[]>;
  readonly keybindings: readonly KeybindingTarget[];
  /** About how the sources fit together; what is wrong inside of one is in its own log. */
  readonly diagnostics: readonly Diagnostic[];
}
