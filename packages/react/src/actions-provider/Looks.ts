import type { toAriaKeyShortcuts } from "@action-telemetry/actions";
import type { ComponentType } from "react";
import type { ItemTooltipProps } from "../action-item/ItemTooltip.tsx";
import type { ActionIconProps } from "../icon/ActionIcon.tsx";
import type { WatchTooltips } from "../use-action/joinRoot.ts";

/**
 * What items look like beyond their texts. It comes from the provider, so that a page with one
 * button and no provider does not load drawings, tooltips and the names of keys.
 */
export interface Looks {
  readonly Icon: ComponentType<ActionIconProps>;
  readonly Tooltip: ComponentType<ItemTooltipProps>;
  readonly watchTooltips: WatchTooltips;
  /** What assistive technology is told of keybindings. */
  readonly ariaShortcuts: typeof toAriaKeyShortcuts;
}
