import { useEffect, type RefObject } from "react";
import { uncover } from "./uncover.ts";

/**
 * Keeps what is reached by keyboard from hiding under headers that stick to the viewport, in the
 * document or shadow root that the marker is in. Pages of others have such headers, and cannot know
 * that there is something below them.
 */
export function useUncoveredFocus(marker: RefObject<Element | null>): void {
  useEffect(() => {
    const root = marker.current?.getRootNode();
    const view = marker.current?.ownerDocument.defaultView;
    if (root === undefined || view === null || view === undefined) return;
    const onFocus = ({ target }: Event) => {
      const element = target as Element;
      if (!isOurs(element) || !element.matches(":focus-visible")) return;
      // The browser scrolls it into view after this event.
      view.requestAnimationFrame(() => {
        if (element.matches(":focus")) uncover(element);
      });
    };
    root.addEventListener("focusin", onFocus);
    return () => root.removeEventListener("focusin", onFocus);
  }, [marker]);
}

/** Whether an element is one of this library: the page knows how to show its own. */
function isOurs(element: Element): boolean {
  return element.closest(":is([class^='at-'], [class*=' at-'])") !== null;
}
