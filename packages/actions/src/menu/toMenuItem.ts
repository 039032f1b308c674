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

function disable(action: ResolvedAction, disabledReason: string): ResolvedAction {
  const isSame = action.disabled && action.disabledReason === disabledReason;
  return isSame ? action : Object.freeze({ ...action, disabled: true, disabledReason });
}

/** What the contribution says; else why the action could not run anyway; else at least something. */
function blockedReason({ action, disabledTitle }: EvaluatedAction): string {
  if (disabledTitle !== "") return disabledTitle;
  return action.disabledReason ?? "This action is not available right now.";
}

function inactiveReason(when: string): string {
  const condition = toDisplayText(when);
  return condition === ""
    ? "This action is not available here."
    : `This action is not available here: it needs “${condition}”.`;
}
