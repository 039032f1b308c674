import { isEditable } from "../page/isEditable.ts";

/** The key that opens and closes the palette: as written in `aria-keyshortcuts`, and for people. */
export const paletteKey = { aria: "Alt+X", shown: "Alt+X" } as const;

/**
 * Listens for the palette's key, where a person presses it and is not writing. The page's own keys
 * are left alone, and it does not hear of this one.
 *
 * @returns ends it
 */
export function watchPaletteKey(document: Document, onPress: () => void): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.isTrusted || event.defaultPrevented || event.repeat || event.isComposing) return;
    const { altKey, ctrlKey, metaKey, shiftKey, code } = event;
    if (!altKey || ctrlKey || metaKey || shiftKey || code !== "KeyX") return;
    if (isEditable(event.composedPath()[0])) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    onPress();
  };
  document.addEventListener("keydown", onKeyDown, true);
  return () => document.removeEventListener("keydown", onKeyDown, true);
}
