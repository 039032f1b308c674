import type { MenuItemContribution } from "../action/Contributions.ts";
import type { Context } from "../context/Context.ts";
import type { Dependencies } from "../registry/createMemo.ts";

/** What the conditions of a menu item say in one context. */
export interface MenuItemState {
  readonly active: boolean;
  readonly blocked: boolean;
}

/** A menu item whose expressions are parsed. */
export interface CompiledMenuItem extends Dependencies {
  /** Unique in the registry. */
  readonly key: string;
  readonly contribution: MenuItemContribution;
  readonly evaluate: (context: Context) => MenuItemState;
}
