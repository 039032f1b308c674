import { useRef, useState, useSyncExternalStore, type RefObject } from "react";
import { useBrowserLayoutEffect } from "../effects/useBrowserLayoutEffect.ts";
import { createOverflowStore, type Overflow } from "./createOverflowStore.ts";
import type { KeyedItem } from "./KeyedItem.ts";
import { measureToolbar } from "./measureToolbar.ts";

/** Before the items are measured, which they are before anything is painted. */
const everything = { isCompact: false, hidden: new Set<string>(), spare: 0, breadth: 0 };

/** What is shown, and who had the focus before it changed. */
export interface ShownOverflow extends Omit<Overflow, "items"> {
  /** A browser takes the focus away as soon as an element is not displayed, so this is looked up before. */
  readonly focusedBefore: RefObject<Element | null>;
}

/**
 * Finds out what fits into a toolbar. Sizes are read once for each list of items, in one pass and
 * before anything is painted, and again when fonts have been loaded, whose letters are of other widths;
 * after that only the length of the toolbar is observed, whose changes are shown in the frame they
 * happen in.
 */
export function useOverflow(
  toolbar: RefObject<HTMLElement | null>,
  items: readonly KeyedItem[],
  isVertical: boolean,
): ShownOverflow {
  const [store] = useState(createOverflowStore);
  const overflow = useSyncExternalStore(store.subscribe, store.getSnapshot, noServerSnapshot);
  const focusedBefore = useRef<Element>(null);
  const current = overflow?.items === items ? overflow : undefined;

  useBrowserLayoutEffect(() => {
    const element = toolbar.current;
    if (element === null || current !== undefined) return;
    const sizes = measureToolbar(element, items, isVertical);
    focusedBefore.current = focusedIn(element);
    store.measured(items, sizes, isVertical ? element.clientHeight : element.clientWidth);
  }, [toolbar, items, isVertical, store, current]);

  useBrowserLayoutEffect(() => {
    const element = toolbar.current;
    const Observer = element?.ownerDocument.defaultView?.ResizeObserver;
    if (element === null || Observer === undefined) return;
    const observer = new Observer((entries) => {
      const box = entries.at(-1)?.contentRect;
      focusedBefore.current = focusedIn(element);
      if (box !== undefined) store.resized(isVertical ? box.height : box.width);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [toolbar, items, isVertical, store]);

  useBrowserLayoutEffect(() => {
    // Not every document that is no browser's has fonts.
    const { fonts } = (toolbar.current?.ownerDocument ?? {}) as Partial<Document>;
    fonts?.addEventListener("loadingdone", store.forget);
    return () => fonts?.removeEventListener("loadingdone", store.forget);
  }, [toolbar, store]);

  return { ...(current ?? everything), focusedBefore };
}

function focusedIn(element: Element): Element | null {
  const { activeElement } = element.getRootNode() as Document | ShadowRoot;
  return activeElement !== null && element.contains(activeElement) ? activeElement : null;
}

const noServerSnapshot = () => undefined;
