import type { Context } from "../context/Context.ts";
import type { Catalogue } from "./Catalogue.ts";
import type { ScopeView } from "./createScopeView.ts";
import type { ResolvedAction } from "./ResolvedAction.ts";

/**
 * An action as a shortcut reaches it: by the first of its menu items that is enabled, or disabled for
 * the reason of the first of them.
 */
export function findShortcutAction(
  actionId: string,
  { actionById, itemsOf }: Catalogue,
  view: ScopeView,
  context: Context,
): ResolvedAction | undefined {
  const action = actionById.get(actionId);
  if (action === undefined) return undefined;
  const items = itemsOf(actionId).map((item) => view.item(item, context));
  const usable = items.find((item) => !item.action.disabled) ?? items[0];
  return usable?.action ?? view.action(action, context);
}
