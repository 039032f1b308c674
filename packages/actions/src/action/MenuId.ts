/** The places an interface offers actions in. */
export type MenuId =
  | "commandPalette"
  | "editor/title"
  | "hover"
  | "global/nav"
  | "directory/page"
  | "panel/toolbar"
  | "search/results/toolbar"
  | "help";

/** Every menu ID. */
export const menuIds: ReadonlySet<MenuId> = new Set<MenuId>([
  "commandPalette",
  "editor/title",
  "hover",
  "global/nav",
  "directory/page",
  "panel/toolbar",
  "search/results/toolbar",
  "help",
]);

/** Whether a value is the ID of a menu. */
export function isMenuId(value: unknown): value is MenuId {
  return menuIds.has(value as MenuId);
}
