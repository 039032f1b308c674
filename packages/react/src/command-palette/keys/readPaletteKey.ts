import type { SelectionMove } from "../rows/moveSelection.ts";

/**
 * What a key does in a palette; `options` opens those of the row; `held` is the repetition of a key that runs something, and `erase`
 * goes back a page where there is no text to erase.
 */
export type PaletteKey = SelectionMove | "run" | "options" | "back" | "erase" | "held";

const moves: Readonly<Record<string, SelectionMove>> = {
  ArrowDown: "next",
  ArrowUp: "previous",
  PageDown: "nextPage",
  PageUp: "previousPage",
};

/** The facts of a keydown event that a palette looks at. */
export type PaletteKeyEvent = Pick<
  KeyboardEvent,
  "key" | "keyCode" | "isComposing" | "repeat" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey"
>;

/**
 * What a key does. Home and End belong to the text, and while an input method composes every key
 * belongs to that.
 */
export function readPaletteKey(event: PaletteKeyEvent): PaletteKey | undefined {
  const { key, ctrlKey, metaKey, altKey, shiftKey, repeat } = event;
  if (event.isComposing || event.keyCode === 229) return undefined;
  if (key === "Escape") return repeat ? "held" : "back";
  if (key === "Enter") return repeat ? "held" : "run";
  // Where a full stop takes Shift, Shift belongs to it.
  if (key === "." && ctrlKey !== metaKey && !altKey) return repeat ? "held" : "options";
  if (ctrlKey && !metaKey && !altKey && !shiftKey) {
    if (key === "n") return "next";
    if (key === "p") return "previous";
  }
  if (ctrlKey || metaKey || altKey || shiftKey) return undefined;
  // Holding the key down to erase a text should not leave the page as well.
  if (key === "Backspace") return repeat ? undefined : "erase";
  return moves[key];
}
