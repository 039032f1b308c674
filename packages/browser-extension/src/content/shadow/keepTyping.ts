// What a text field says of itself crosses the borders of shadow roots, though nothing of the text.
const events = [
  "beforeinput",
  "input",
  "keypress",
  "compositionstart",
  "compositionupdate",
  "compositionend",
  "copy",
  "cut",
  "paste",
] as const;

/**
 * Keeps from the page that, and how much, a person types inside a shadow root. Everything inside has
 * heard of it by then.
 *
 * @returns ends it
 */
export function keepTyping(root: ShadowRoot): () => void {
  const stop = (event: Event) => event.stopPropagation();
  for (const type of events) root.addEventListener(type, stop);
  return () => {
    for (const type of events) root.removeEventListener(type, stop);
  };
}
