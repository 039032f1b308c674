import { useCallback, useEffect, useRef, type RefObject } from "react";
import { useHears } from "../actions-provider/useHears.ts";
import { makeReachable } from "./makeReachable.ts";
import { useBrowserLayoutEffect } from "../effects/useBrowserLayoutEffect.ts";
import { showPopup, type PopupAnchor } from "../popup/showPopup.ts";

/** What a hover's popup is shown with. */
export interface HoverPopupOptions {
  readonly anchor: PopupAnchor;
  readonly isShown: boolean;
  /** Whether the focus goes into it. */
  readonly hasFocus: boolean;
  /** What is shown: it is placed again when that changes. */
  readonly content: unknown;
  readonly contentName: string;
  readonly onEscape: ((reason: "escape") => void) | undefined;
}

/**
 * Shows a hover beside its anchor, moves the focus into it when a key asked for it, and listens for
 * Escape wherever the focus is.
 *
 * @returns what gives the focus back
 */
export function useHoverPopup(
  popup: RefObject<HTMLElement | null>,
  options: HoverPopupOptions,
): () => void {
  const { anchor, isShown, hasFocus, content, contentName, onEscape } = options;
  const before = useRef<Element | null>(null);
  const hears = useHears();

  useBrowserLayoutEffect(() => {
    const element = popup.current;
    if (!isShown || element === null) return;
    showPopup(element, anchor, { align: "start", side: "above" });
    makeReachable(element.querySelector("[data-part=content]"), contentName);
  }, [popup, anchor, isShown, content, contentName]);
  useBrowserLayoutEffect(() => {
    const element = popup.current;
    if (!isShown || !hasFocus || element === null) return;
    before.current = (element.getRootNode() as Document | ShadowRoot).activeElement;
    element.focus({ preventScroll: true });
  }, [popup, isShown, hasFocus]);

  const giveBack = useCallback(() => {
    if (popup.current?.matches(":focus-within") !== true) return;
    (before.current as HTMLElement | null)?.focus({ preventScroll: true });
  }, [popup]);
  useEffect(() => {
    const document = popup.current?.ownerDocument;
    if (!isShown || document === undefined) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented || !hears(event)) return;
      event.preventDefault();
      giveBack();
      onEscape?.("escape");
    };
    document.addEventListener("keydown", onKeyDown, true);
    return () => document.removeEventListener("keydown", onKeyDown, true);
  }, [popup, isShown, giveBack, hears, onEscape]);
  return giveBack;
}
