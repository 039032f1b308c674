import type { Context } from "../context/Context.ts";
import type { EvaluatedAction } from "../registry/CompiledAction.ts";
import { createMemo } from "../registry/createMemo.ts";
import type { CompiledMenuItem } from "./CompiledMenuItem.ts";
import type { ResolvedMenuItem } from "./ResolvedMenuItem.ts";
import { toMenuItem } from "./toMenuItem.ts";

/**
 * Makes the view of one menu item: identical while its conditions and its actions are.
 *
 * @param viewOfAction - The view of its action.
 * @param viewOfAlt - The view of its alternative.
 */
export function createItemView(
  item: CompiledMenuItem,
  viewOfAction: ActionView,
  viewOfAlt: ActionView | undefined,
): (context: Context) => ResolvedMenuItem {
  const stateOf = createMemo(item, item.evaluate);
  let latest: Latest | undefined;
  return (context) => {
    const state = stateOf(context);
    const action = viewOfAction(context);
    const alt = viewOfAlt?.(context);
    if (latest === undefined || latest.action !== action || latest.alt !== alt) {
      latest = { action, alt, variants: [] };
    }
    // Conditions go to and fro more often than texts change, so each variant is made only once.
    const variant = state.active ? Number(state.blocked) : 2;
    const resolved = latest.variants[variant] ?? toMenuItem(item, state, action, alt);
    latest.variants[variant] = resolved;
    return resolved;
  };
}

type ActionView = (context: Context) => EvaluatedAction;

interface Latest {
  readonly action: EvaluatedAction;
  readonly alt: EvaluatedAction | undefined;
  /** Enabled, disabled and inactive. */
  readonly variants: ResolvedMenuItem[];
}
