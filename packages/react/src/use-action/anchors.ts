import type { Gesture, ResolvedLink } from "@action-telemetry/actions";

/** Whether the browser follows an element by itself. */
export function isAnchor(element: Element): boolean {
  return element.localName === "a" && element.hasAttribute("href");
}

/**
 * Whether an application with a router follows a link by itself: a plain click, within its origin
 * and this tab. Shift asks a browser for a window, Alt and `download` for a file, which no router
 * has.
 */
export function routesInside(
  link: ResolvedLink | undefined,
  gesture: Gesture,
  element: Element,
): boolean {
  if (link?.external !== false || gesture.shiftKey || gesture.altKey) return false;
  return !element.hasAttribute("target") && !element.hasAttribute("download");
}
