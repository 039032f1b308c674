import type { MenuItemContribution } from "../action/Contributions.ts";

/** Orders the items of a menu by (group, action), those without a group last. */
export function compareMenuItems(left: MenuItemContribution, right: MenuItemContribution): number {
  return compareGroups(left.group, right.group) || compareTexts(left.action, right.action);
}

function compareGroups(left: string | undefined, right: string | undefined): number {
  if (left === undefined || right === undefined) {
    return Number(left === undefined) - Number(right === undefined);
  }
  return compareTexts(left, right);
}

/** By code unit: the order is the same for everybody, whatever their language. */
function compareTexts(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
