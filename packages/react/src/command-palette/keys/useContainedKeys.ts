import { useEffect, type RefObject, type SyntheticEvent } from "react";

/** The events of a key that React does not need to hear either. */
const nativeTypes = ["keypress", "beforeinput", "textInput"];

/** What to spread on the element that keeps its keys to itself. */
export const containedKeys = { onKeyUp: stop } as const;

/**
 * Keeps the keys pressed inside an element from the page around it. `keydown` and `keyup` are stopped
 * where React hears them, at its root: React's handlers inside all run, and nothing outside of the
 * root does. A page that listens in the capture phase hears them before; no element can prevent that.
 * Nor is the page told when the key is released that made the element go.
 *
 * @param element - The element, which also has `onKeyDown` stop each event.
 */
export function useContainedKeys(element: RefObject<Element | null>): void {
  useEffect(() => {
    const target = element.current;
    if (target === null) return;
    const done = new AbortController();
    const held = new Set<string>();
    const note = ({ type, code }: Event & { readonly code: string }) => {
      if (type === "keydown") held.add(code);
      else held.delete(code);
    };
    for (const type of nativeTypes) {
      target.addEventListener(type, (event) => event.stopPropagation(), { signal: done.signal });
    }
    for (const type of ["keydown", "keyup"] as const) {
      const options = { capture: true, signal: done.signal };
      target.addEventListener(type, (event) => note(event as KeyboardEvent), options);
    }
    return () => {
      done.abort();
      containReleases(target.ownerDocument, held);
    };
  }, [element]);
}

function stop(event: SyntheticEvent): void {
  event.stopPropagation();
}

/** Stops the `keyup` of each key that is held, unless something else is pressed before. */
function containReleases(document: Document, held: Set<string>): void {
  if (held.size === 0) return;
  const done = new AbortController();
  const options = { capture: true, signal: done.signal };
  const onKeyUp = (event: KeyboardEvent) => {
    if (held.delete(event.code)) event.stopPropagation();
    if (held.size === 0) done.abort();
  };
  const onKeyDown = ({ repeat }: KeyboardEvent) => {
    if (!repeat) done.abort();
  };
  document.addEventListener("keyup", onKeyUp, options);
  document.addEventListener("keydown", onKeyDown, options);
}
