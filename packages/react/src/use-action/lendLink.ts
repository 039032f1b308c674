import type { ResolvedLink } from "@action-telemetry/actions";
import { linkAttributes } from "./linkAttributes.ts";

/**
 * Lets the browser open another link than the anchor's own, once: it reads the address after the
 * last handler of the event, and opens the tab the way the gesture asked for, in the background or
 * not, which no script can.
 */
export function lendLink(anchor: Element, link: ResolvedLink): void {
  const lent = { rel: "noopener noreferrer", ...linkAttributes(link), target: "_blank" };
  const own = Object.keys(lent).map((name) => [name, anchor.getAttribute(name)] as const);
  for (const [name, value] of Object.entries(lent)) anchor.setAttribute(name, value);
  globalThis.setTimeout(() => {
    for (const [name, value] of own) {
      if (value === null) anchor.removeAttribute(name);
      else anchor.setAttribute(name, value);
    }
  });
}
