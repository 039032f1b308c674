import { isEditable } from "./isEditable.ts";

/**
 * Follows whether the focus is where a person writes in the page, where no key is ours.
 *
 * @param onChange called at once, and after each change
 * @returns ends it
 */
export function watchTyping(document: Document, onChange: (isTyping: boolean) => void): () => void {
  // Scripts of the page can only say what is not so.
  const onFocus = (event: Event) => {
    if (event.isTrusted) onChange(isEditable(event.composedPath()[0]));
  };
  const onBlur = (event: Event) => {
    if (event.isTrusted) onChange(false);
  };
  onChange(isEditable(document.activeElement));
  document.addEventListener("focusin", onFocus, true);
  document.addEventListener("focusout", onBlur, true);
  return () => {
    document.removeEventListener("focusin", onFocus, true);
    document.removeEventListener("focusout", onBlur, true);
  };
}
