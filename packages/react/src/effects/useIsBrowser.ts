import { useSyncExternalStore } from "react";

/** False on a server, and for the first render in a browser that takes over what a server rendered. */
export function useIsBrowser(): boolean {
  return useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
}

const neverChanges = () => () => undefined;
