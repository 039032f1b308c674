import { useEffect, type RefObject, type SyntheticEvent } from "react";

/** The events of a key that nobody outside needs to hear. React does not listen to them either. */
const nativeTypes = ["keypress", "beforeinput", "textInput"];

/** What to spread on the element that keeps its keys to itself. */
export const containedKeys = { onKeyUp: stop } as const;

/**
 * Keeps the keys pressed inside an element from the page around it. `keydown` and `keyup` are stopped
 * where React hears them, at its root: React's handlers inside all run, and nothing outside of the
 * root does. A page that listens in the capture phase hears them before; no element can prevent that.
 *
 * @param element - The element, which also has `onKeyDown` stop each event.
 */
export function useContainedKeys(element: RefObject<Element | null>): void {
  useEffect(() => {
    const target = element.current;
    const done = new AbortController();
    for (const type of nativeTypes) {
      target?.addEventListener(type, (event) => event.stopPropagation(), { signal: done.signal });
    }
    return () => done.abort();
  }, [element]);
}

function stop(event: SyntheticEvent): void {
  event.stopPropagation();
}
