import type { Icon, ResolvedAction } from "@action-telemetry/actions";

/**
 * How an item looks: `default` and `primary` are buttons of a page, `quiet` one without an outline;
 * `toolbar` takes the action's toolbar form, and `icon` shows its icon only.
 */
export type ActionItemVariant = "default" | "primary" | "quiet" | "toolbar" | "icon";

/** What of an action is shown in a variant. */
export interface ActionItemForm {
  /** The accessible name; contains the label. */
  readonly name: string;
  /** What is to be read on the item; undefined when the icon speaks for itself. */
  readonly label: string | undefined;
  readonly icon: Icon | undefined;
  readonly description: string | undefined;
}

/**
 * Chooses what of an action is shown.
 *
 * @param isCompact - Whether an item that has an icon shows nothing else.
 */
export function actionToForm(
  action: ResolvedAction,
  variant: ActionItemVariant,
  isCompact = false,
): ActionItemForm {
  const { title, description } = action;
  if (action.kind === "noop" || (variant !== "toolbar" && variant !== "icon")) {
    const label = (variant === "toolbar" ? action.item?.label : undefined) ?? title;
    const isShown = !isCompact || action.icon === undefined || action.kind === "noop";
    return { name: label, label: isShown ? label : undefined, icon: action.icon, description };
  }
  const { item } = action;
  const icon = item?.icon ?? action.icon;
  const shown = item?.label ?? (icon !== undefined && item !== undefined ? undefined : title);
  return {
    name: item?.name ?? title,
    label: variant === "icon" || (isCompact && icon !== undefined) ? undefined : shown,
    icon,
    description: item?.description ?? description,
  };
}
