import type { MenuItemContribution } from "../action/Contributions.ts";
import type { Field } from "../field/Field.ts";

/** What the conditions of a menu item say in one context. */
export interface MenuItemState {
  readonly active: boolean;
  readonly blocked: boolean;
}

/** A menu item whose expressions are parsed. */
export interface CompiledMenuItem extends Field<MenuItemState> {
  /** Unique in the registry. */
  readonly key: string;
  readonly contribution: MenuItemContribution;
}
