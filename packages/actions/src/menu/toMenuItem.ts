import type { EvaluatedAction } from "../registry/CompiledAction.ts";
import type { ResolvedAction } from "../registry/ResolvedAction.ts";
import { toDisplayText } from "../text/toDisplayText.ts";
import type { CompiledMenuItem, MenuItemState } from "./CompiledMenuItem.ts";
import type { ResolvedMenuItem } from "./ResolvedMenuItem.ts";

/** Makes the item of a menu from its parts, evaluated for one context. */
export function toMenuItem(
  { key, contribution }: CompiledMenuItem,
  { active, blocked }: MenuItemState,
  action: EvaluatedAction,
  alt: EvaluatedAction | undefined,
): ResolvedMenuItem {
  const restrict = (evaluated: EvaluatedAction): ResolvedAction => {
    if (!active) return disable(evaluated.action, inactiveReason(contribution.when ?? ""));
    return blocked ? disable(evaluated.action, blockedReason(evaluated)) : evaluated.action;
  };
  return Object.freeze({
    key,
    action: restrict(action),
    ...(alt && { alt: restrict(alt) }),
    active,
    ...(contribution.group !== undefined && { group: contribution.group }),
  });
}

/** Keeps the reason of an action that could not run anyway. */
function disable(action: ResolvedAction, disabledReason: string): ResolvedAction {
  return action.disabled ? action : Object.freeze({ ...action, disabled: true, disabledReason });
}

function blockedReason({ disabledTitle }: EvaluatedAction): string {
  return disabledTitle === "" ? "This action is not available right now." : disabledTitle;
}

function inactiveReason(when: string): string {
  const condition = toDisplayText(when);
  return condition === ""
    ? "This action is not available here."
    : `This action is not available here: it needs “${condition}”.`;
}
