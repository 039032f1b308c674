import { useLayoutEffect, useState, type RefObject } from "react";

const focusable = "a[href], button:not([disabled]), input, select, textarea, [tabindex]";

/**
 * Shows a modal dialog while its component is mounted. Closing gives the focus back to where it was,
 * or if that has gone to the first control of what is left around it.
 *
 * @param dialog - The dialog.
 * @returns A function that closes it before its component is gone, so that what runs next finds the
 *   focus where it belongs.
 */
export function useModalDialog(dialog: RefObject<HTMLDialogElement | null>): () => void {
  const [session] = useState(createSession);
  useLayoutEffect(() => {
    if (dialog.current !== null) session.open(dialog.current);
    return session.close;
  }, [dialog, session]);
  return session.close;
}

function createSession() {
  let finish: (() => void) | undefined;
  return {
    open(dialog: HTMLDialogElement) {
      const root = dialog.getRootNode() as Document | ShadowRoot;
      const around = ancestorsOf(root.activeElement ?? dialog.ownerDocument.activeElement);
      dialog.showModal();
      finish = () => {
        dialog.close();
        restoreFocus(root, around);
      };
    },
    close() {
      finish?.();
      finish = undefined;
    },
  };
}

function ancestorsOf(element: Element | null): readonly Element[] {
  const around: Element[] = [];
  for (let next = element; next !== null; next = next.parentElement) around.push(next);
  return around;
}

function restoreFocus(root: Document | ShadowRoot, around: readonly Element[]): void {
  const [opener] = around;
  if (opener === root.activeElement) return;
  const left = around.find((element) => element.isConnected);
  const target = left === opener ? opener : left?.querySelector(focusable);
  (target as HTMLElement | null | undefined)?.focus({ preventScroll: true });
}
