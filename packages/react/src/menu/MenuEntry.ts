import type { ActionReference } from "../use-action/ActionReference.ts";

/** One line of a menu. A toggle is shown with a check mark; the items of `useMenu` are entries. */
export interface MenuEntry {
  /** Unique within the menu. @default the action's ID */
  readonly key?: string | undefined;
  readonly action: ActionReference;
  /** Runs instead on a modifier click. */
  readonly alt?: ActionReference | undefined;
  /** Neighbours of one group stand together, with a line between groups. */
  readonly group?: string | undefined;
}

/** What a menu knows an entry by. */
export function entryKey({ key, action }: MenuEntry): string {
  return key ?? (typeof action === "string" ? action : action.id);
}
