import type { EvaluatedAction } from "../registry/CompiledAction.ts";
import type { ResolvedAction } from "../registry/ResolvedAction.ts";
import type { Writable } from "../registry/Writable.ts";
import { toDisplayText } from "../text/toDisplayText.ts";
import type { CompiledMenuItem, MenuItemState } from "./CompiledMenuItem.ts";
import type { ResolvedMenuItem } from "./ResolvedMenuItem.ts";

/**
 * Makes the item of a menu from its parts, evaluated for one context. The properties are set one by
 * one, because an object made by spreading others is many times slower to make.
 */
export function toMenuItem(
  item: CompiledMenuItem,
  state: MenuItemState,
  action: EvaluatedAction,
  alt: EvaluatedAction | undefined,
): ResolvedMenuItem {
  const { key, contribution } = item;
  const { active } = state;
  const resolved: Writable<ResolvedMenuItem> = {
    key,
    action: restrict(item, state, action),
    active,
  };
  if (alt !== undefined) resolved.alt = restrict(item, state, alt);
  if (contribution.group !== undefined) resolved.group = contribution.group;
  return Object.freeze(resolved);
}

function restrict(
  { contribution }: CompiledMenuItem,
  { active, blocked }: MenuItemState,
  evaluated: EvaluatedAction,
): ResolvedAction {
  if (!active) return disable(evaluated.action, inactiveReason(contribution.when ?? ""));
  return blocked ? disable(evaluated.action, blockedReason(evaluated)) : evaluated.action;
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
