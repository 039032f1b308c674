import type { Diagnostic } from "../action/Diagnostic.ts";
import type { MenuId } from "../action/MenuId.ts";
import type { KeybindingTarget } from "../keybinding/KeybindingTarget.ts";
import type { CatalogueItem } from "../menu/CatalogueItem.ts";
import type { CatalogueMenu } from "../menu/CatalogueMenu.ts";
import type { CompiledAction } from "./CompiledAction.ts";

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
