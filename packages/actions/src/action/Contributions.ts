import type { ApplicationAction } from "./ApplicationAction.ts";
import type { MenuId } from "./MenuId.ts";

/** One item of a menu. */
export interface MenuItemContribution {
  /** The ID of the action. */
  readonly action: string;
  /** The ID of the alternative, run on a modifier click or a middle click. */
  readonly alt?: string;
  /** An expression; the item is inactive while it is false. Absent: always active. */
  readonly when?: string;
  /** An expression; the item is disabled while it is true. */
  readonly disabledWhen?: string;
  /** Items are sorted by (group, action); those without a group come last. */
  readonly group?: string;
}

/** The menu items of each menu. */
export type MenuContributions = { readonly [Menu in MenuId]?: readonly MenuItemContribution[] };

/** What an application or an extension adds to the interface. */
export interface Contributions {
  readonly actions?: readonly ApplicationAction[];
  readonly menus?: MenuContributions;
}
