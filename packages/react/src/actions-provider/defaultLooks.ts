import { toAriaKeyShortcuts } from "@action-telemetry/actions";
import { ItemTooltip } from "../action-item/ItemTooltip.tsx";
import { ActionIcon } from "../icon/ActionIcon.tsx";
import { watchTooltips } from "../tooltip/watchTooltips.ts";
import type { Looks } from "./Looks.ts";

/** The drawings and tooltips of this library. */
export const defaultLooks: Looks = {
  Icon: ActionIcon,
  Tooltip: ItemTooltip,
  watchTooltips,
  ariaShortcuts: toAriaKeyShortcuts,
};
