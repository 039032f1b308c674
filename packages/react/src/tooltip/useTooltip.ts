import { useState, type FocusEvent, type PointerEvent, type SyntheticEvent } from "react";
import { tooltipGroupOf } from "./tooltipGroupOf.ts";
import type { ShowTooltip } from "./TooltipGroup.ts";

/** The handlers of an element that has a tooltip. They never change. */
export interface TooltipHandlers {
  readonly onPointerEnter: (event: PointerEvent) => void;
  readonly onPointerLeave: (event: PointerEvent) => void;
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: (event: FocusEvent) => void;
}

/** A tooltip of one element. */
export interface TooltipState {
  /** The element while the tooltip is open. */
  readonly anchor: Element | undefined;
  /** For the anchor. */
  readonly handlers: TooltipHandlers;
  /** Shows or hides it; its name within the group. */
  readonly show: ShowTooltip;
  /** Opens it at once if the person is still there, because there is something new to say. */
  readonly reopen: () => void;
}

/** Opens a tooltip when its anchor is pointed at for a while, or reached by keyboard. */
export function useTooltip(): TooltipState {
  const [anchor, setAnchor] = useState<Element | undefined>(undefined);
  const [tooltip] = useState(() => createTooltip(setAnchor));
  return { anchor, ...tooltip };
}

function createTooltip(setAnchor: (anchor: Element | undefined) => void) {
  let element: Element | undefined;
  const show: ShowTooltip = (open) => setAnchor(open ? element : undefined);
  const groupOf = (event: SyntheticEvent) => {
    element = event.currentTarget;
    return tooltipGroupOf(element.ownerDocument);
  };
  const handlers: TooltipHandlers = {
    onPointerEnter(event) {
      if (event.pointerType !== "touch") groupOf(event).enter(show);
    },
    onPointerLeave: (event) => groupOf(event).leave(show),
    onPointerDown: (event) => groupOf(event).close(show),
    onFocus(event) {
      if (event.currentTarget.matches(":focus-visible")) groupOf(event).focus(show);
    },
    onBlur: (event) => groupOf(event).close(show),
  };
  const reopen = () => {
    if (element?.matches(":hover, :focus") === true)
      tooltipGroupOf(element.ownerDocument).focus(show);
  };
  return { handlers, show, reopen };
}
