import { useEffect, useLayoutEffect, useRef, type ReactElement, type ReactNode } from "react";
import { showPopup } from "../popup/showPopup.ts";
import { tooltipGroupOf } from "./tooltipGroupOf.ts";
import type { TooltipOwner } from "./TooltipGroup.ts";

/**
 * The open tooltip of an anchor: it can be pointed at, and Escape closes it.
 * Renders a `<div role="tooltip">` in the top layer, beside its anchor in the document, so that it
 * inherits theme, direction and shadow root.
 * Records nothing.
 */
export function Tooltip({ anchor, owner, children }: TooltipProps): ReactElement {
  const popup = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = popup.current;
    if (element === null) return;
    showPopup(element, anchor);
  }, [anchor, children]);
  useEffect(() => {
    const { ownerDocument } = anchor;
    const group = tooltipGroupOf(ownerDocument);
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === "Escape") group.close(owner);
    };
    const onScroll = (event: Event) => {
      if ((event.target as Node | null)?.contains(anchor) === true) group.close(owner);
    };
    ownerDocument.addEventListener("keydown", onKeyDown, true);
    ownerDocument.addEventListener("scroll", onScroll, true);
    return () => {
      ownerDocument.removeEventListener("keydown", onKeyDown, true);
      ownerDocument.removeEventListener("scroll", onScroll, true);
    };
  }, [anchor, owner]);
  const group = tooltipGroupOf(anchor.ownerDocument);
  return (
    <div
      ref={popup}
      className="at-tooltip"
      role="tooltip"
      popover="manual"
      onPointerEnter={() => group.enter(owner)}
      onPointerLeave={() => group.leave(owner)}
    >
      {children}
    </div>
  );
}

/** The props of {@link Tooltip}. */
export interface TooltipProps {
  readonly anchor: Element;
  readonly owner: TooltipOwner;
  readonly children?: ReactNode;
}
