import { useId, useSyncExternalStore } from "react";

const counter = Symbol.for("@action-telemetry/react: copies");
let own: number | undefined;

/**
 * An ID for an element of a component. React counts within one copy of itself, so two applications on a
 * page, each with its own, would make the same IDs, and labels and popups would belong to the wrong
 * element: every copy of this library but the first adds its number. A server, and the first render in
 * a browser, which has to say the same, do not.
 */
export function useElementId(): string {
  const id = useId();
  const copy = useSyncExternalStore(neverChanges, copyNumber, () => 0);
  return copy === 0 ? id : `${id}${copy}`;
}

const neverChanges = () => () => undefined;

/** How many copies of this library were there before this one. */
function copyNumber(): number {
  if (own === undefined) {
    const page = globalThis as { [counter]?: number };
    own = page[counter] ?? 0;
    page[counter] = own + 1;
  }
  return own;
}
