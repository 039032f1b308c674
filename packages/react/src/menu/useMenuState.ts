import { useCallback, useEffect, useState, type RefObject } from "react";
import type { CloseReason, InitialFocus } from "./MenuPopup.tsx";

/** Whether a menu is open, and what opens and closes it. */
export interface MenuState {
  readonly isOpen: boolean;
  /** Whether it is in the document: a moment longer, for a browser that follows one of its links. */
  readonly isMounted: boolean;
  readonly initialFocus: InitialFocus;
  readonly open: (initialFocus: InitialFocus) => void;
  readonly close: (reason: CloseReason) => void;
}

/**
 * Opens and closes a menu.
 *
 * @param returnTo - What has the focus when the menu has closed because it was used or given up.
 */
export function useMenuState(
  defaultOpen: boolean,
  popup: RefObject<HTMLElement | null>,
  returnTo: RefObject<HTMLElement | null>,
): MenuState {
  const [initialFocus, setInitialFocus] = useState<InitialFocus>("first");
  const [isOpen, setOpen] = useState(defaultOpen);
  const [isMounted, setMounted] = useState(defaultOpen);
  useEffect(() => {
    if (isOpen) return;
    const timer = globalThis.setTimeout(() => setMounted(false));
    return () => globalThis.clearTimeout(timer);
  }, [isOpen]);
  const open = useCallback((focus: InitialFocus) => {
    setInitialFocus(focus);
    setOpen(true);
    setMounted(true);
  }, []);
  const close = useCallback(
    (reason: CloseReason) => {
      setOpen(false);
      const element = popup.current;
      const hadFocus = element?.matches(":focus-within") === true;
      if (hadFocus && reason !== "elsewhere") returnTo.current?.focus({ preventScroll: true });
      if (element?.matches(":popover-open") === true) element.hidePopover();
    },
    [popup, returnTo],
  );
  return { isOpen, isMounted, initialFocus, open, close };
}
