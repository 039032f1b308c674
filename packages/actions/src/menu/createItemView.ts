import type { Context } from "../context/Context.ts";
import { canDiffer, type ContextChange } from "../dependents/ContextChange.ts";
import type { EvaluatedAction } from "../registry/CompiledAction.ts";
import type { ActionView } from "../registry/createActionView.ts";
import type { CompiledMenuItem, MenuItemState } from "./CompiledMenuItem.ts";
import type { ResolvedMenuItem } from "./ResolvedMenuItem.ts";
import { toMenuItem } from "./toMenuItem.ts";

/** A menu item as one store sees it: identical while its conditions and its actions are. */
export type ItemView = (context: Context, change?: ContextChange) => ResolvedMenuItem;

/**
 * Makes the view of one menu item. It is told of the change by whoever knows it already.
 *
 * @param viewOfAction - The view of its action.
 * @param viewOfAlt - The view of its alternative.
 */
export function createItemView(
  item: CompiledMenuItem,
  viewOfAction: ActionView,
  viewOfAlt: ActionView | undefined,
): ItemView {
  let latest: Context | undefined;
  let state: MenuItemState;
  let latestAction: EvaluatedAction | undefined;
  let latestAlt: EvaluatedAction | undefined;
  // Enabled, disabled and inactive: conditions go to and fro more often than texts change, so each is made only once.
  const variants: (ResolvedMenuItem | undefined)[] = [undefined, undefined, undefined];

  return (context, change) => {
    if (latest === undefined || canDiffer(item, latest, context, change)) {
      state = item.evaluate(context);
    }
    latest = context;
    const action = viewOfAction(context, change);
    const alt = viewOfAlt?.(context, change);
    if (latestAction !== action || latestAlt !== alt) {
      latestAction = action;
      latestAlt = alt;
      variants.fill(undefined);
    }
    const variant = state.active ? Number(state.blocked) : 2;
    const resolved = variants[variant] ?? toMenuItem(item, state, action, alt);
    variants[variant] = resolved;
    return resolved;
  };
}
