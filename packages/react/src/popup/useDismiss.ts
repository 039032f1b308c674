import { useEffect, type RefObject } from "react";
import { useHears } from "../actions-provider/useHears.ts";

/**
 * Closes a popup when the person presses anywhere else.
 *
 * @param inside - What belongs to the popup: itself, and what opened it.
 * @param close - Called with every press elsewhere while `isOpen`.
 */
export function useDismiss(
  isOpen: boolean,
  inside: readonly RefObject<Element | null>[],
  close: () => void,
): void {
  const hears = useHears();
  useEffect(() => {
    const popup = inside[0]?.current;
    if (!isOpen || popup === null || popup === undefined) return;
    const root = popup.getRootNode();
    const { ownerDocument } = popup;
    const onPointerDown = (event: Event) => {
      if (!hears(event)) return;
      const path = event.composedPath();
      if (inside.some(({ current }) => current !== null && path.includes(current))) return;
      // Of a press in its shadow root the document learns the host only: the root decides.
      const host = (root as Partial<ShadowRoot>).host;
      if (event.currentTarget !== root && host !== undefined && path.includes(host)) return;
      close();
    };
    const nodes = new Set<Node>([root, ownerDocument]);
    for (const node of nodes) node.addEventListener("pointerdown", onPointerDown, true);
    return () => {
      for (const node of nodes) node.removeEventListener("pointerdown", onPointerDown, true);
    };
  }, [isOpen, inside, close, hears]);
}
