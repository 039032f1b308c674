import { placePopup, type PlacementOptions } from "./placePopup.ts";

/** What a popup lies at: an element, or a place in the viewport. */
export interface PopupAnchor {
  getBoundingClientRect(): DOMRect;
}

/**
 * Puts an element into the top layer and at its anchor; again, when either has changed.
 *
 * @param element - With a `popover` attribute, so that it lies over everything, whatever its place in
 *   the document clips.
 */
export function showPopup(
  element: HTMLElement,
  anchor: PopupAnchor,
  options: Omit<PlacementOptions, "direction"> = {},
): void {
  if (element.isConnected && !isShown(element)) element.showPopover?.();
  const page = element.ownerDocument.documentElement;
  const viewport = { width: page.clientWidth, height: page.clientHeight };
  const { left, top, side } = placePopup(
    anchor.getBoundingClientRect(),
    { width: element.offsetWidth, height: element.offsetHeight },
    viewport,
    { ...options, direction: directionOf(element) },
  );
  element.style.left = `${left}px`;
  element.style.top = `${top}px`;
  element.dataset["side"] = side;
}

function isShown(element: HTMLElement): boolean {
  try {
    return element.matches(":popover-open");
  } catch {
    // A browser without popovers shows it where it is.
    return true;
  }
}

/** How text runs at an element. */
export function directionOf(element: Element): "ltr" | "rtl" {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  return style?.direction === "rtl" ? "rtl" : "ltr";
}
