import { useMemo, type Ref, type RefCallback } from "react";

/** One ref for an element that two want to know: a component of its own, and a person's. */
export function useMergedRef<T>(own: RefCallback<T>, theirs: Ref<T> | undefined): RefCallback<T> {
  return useMemo(() => {
    if (theirs === null || theirs === undefined) return own;
    let cleanUp: (() => void) | undefined;
    return (element: T | null) => {
      own(element);
      if (typeof theirs === "object") {
        theirs.current = element;
      } else if (element === null && cleanUp !== undefined) {
        cleanUp();
        cleanUp = undefined;
      } else {
        cleanUp = theirs(element) ?? undefined;
      }
    };
  }, [own, theirs]);
}
