/** Keys that are kept until there is a text field for them. */
export interface KeptKeys {
  /** Keeps no more. @returns what was typed */
  readonly end: () => string;
}

/**
 * Keeps what a person types while a text field is on its way, for it and from the page. Keys with
 * modifiers stay the page's.
 *
 * @param onEscape the person does not want it any more
 */
export function keepKeys(document: Document, onEscape: () => void): KeptKeys {
  let text = "";
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.isTrusted || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const { key } = event;
    if (key === "Escape") onEscape();
    else if (key === "Backspace") text = text.slice(0, -1);
    // Keys that write have one character for a name.
    else if (/^.$/su.test(key)) text += key;
  };
  document.addEventListener("keydown", onKeyDown, true);
  return {
    end() {
      document.removeEventListener("keydown", onKeyDown, true);
      return text;
    },
  };
}
