import { isConstant } from "../dependents/Dependencies.ts";
import { evaluateConstant } from "../registry/createActionView.ts";
import type { CatalogueItem } from "./CatalogueItem.ts";
import type { ResolvedMenuItem } from "./ResolvedMenuItem.ts";
import { toMenuItem } from "./toMenuItem.ts";

/** Whether a menu item and its actions are the same in every context, as most are. */
export function isConstantItem({ item, action, alt }: CatalogueItem): boolean {
  return isConstant(item) && isConstant(action) && (alt === undefined || isConstant(alt));
}

/** What such an item is: one object for all stores, as long as it means the same actions. */
export function resolveConstant({ item, action, alt }: CatalogueItem): ResolvedMenuItem {
  if (item.constant?.action !== action || item.constant.alt !== alt) {
    const state = item.evaluate({});
    const evaluatedAlt = alt && evaluateConstant(alt);
    const resolved = toMenuItem(item, state, evaluateConstant(action), evaluatedAlt);
    item.constant = { action, alt, resolved };
  }
  return item.constant.resolved;
}
