import type { Ref, RefCallback } from "react";

/** One ref for an element that two want to know; a function's own clean-up is called as React would. */
export function mergeRefs<T>(own: RefCallback<T>, theirs: Ref<T> | undefined): RefCallback<T> {
  if (theirs === null || theirs === undefined) return own;
  let cleanUp: (() => void) | undefined;
  return (element) => {
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
}
