import type { MenuItemContribution } from "../action/Contributions.ts";
import type { Field } from "../field/Field.ts";
import type { CompiledAction } from "../registry/CompiledAction.ts";
import type { ResolvedMenuItem } from "./ResolvedMenuItem.ts";

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
  /**
   * What it is in every context, as soon as that was asked for, and of which actions; never set where
   * it differs. Kept here for the same reason as that of an action.
   */
  constant: ConstantItem | undefined;
}

/** A menu item that is the same in every context. */
export interface ConstantItem {
  readonly action: CompiledAction;
  readonly alt: CompiledAction | undefined;
  readonly resolved: ResolvedMenuItem;
}
