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
  /** A menu, which is sorted when it is asked for first; undefined when nothing is in it. */
  readonly menu: (id: MenuId) => CatalogueMenu | undefined;
  /** The items of an action in all menus. */
  readonly itemsOf: (actionId: string) => readonly CatalogueItem[];
  readonly keybindings: readonly KeybindingTarget[];
  /** About how the sources fit together; what is wrong inside of one is in its own log. */
  readonly diagnostics: readonly Diagnostic[];
}
