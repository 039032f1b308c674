import { isEditable } from "../page/isEditable.ts";

/** The key that opens and closes the palette: as written in `aria-keyshortcuts`, and for people. */
export const paletteKey = { aria: "Alt+X", shown: "Alt+X" } as const;

/** What {@link watchPaletteKey} calls. */
export interface PaletteKeyOptions {
  readonly onPress: () => void;
  /** Its modifier went down, which comes before it and before much else. */
  readonly onModifier: () => void;
}

/**
 * Listens for the palette's key, where a person presses it and is not writing. The page's own keys
 * are left alone, and it does not hear of this one.
 *
 * @returns ends it
 */
export function watchPaletteKey(document: Document, options: PaletteKeyOptions): () => void {
  const { onPress, onModifier } = options;
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.isTrusted || event.defaultPrevented || event.repeat || event.isComposing) return;
    const { altKey, ctrlKey, metaKey, shiftKey, code } = event;
    if (!altKey || ctrlKey || metaKey || shiftKey) return;
    if (isEditable(event.composedPath()[0])) return;
    if (event.key === "Alt") onModifier();
    if (code !== "KeyX") return;
    event.preventDefault();
    event.stopImmediatePropagation();
    onPress();
  };
  document.addEventListener("keydown", onKeyDown, true);
  return () => document.removeEventListener("keydown", onKeyDown, true);
}
