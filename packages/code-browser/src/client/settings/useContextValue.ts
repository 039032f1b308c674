import type { ContextStore, ContextValue } from "@action-telemetry/actions";
import { useSyncExternalStore } from "react";

/** One key of a context, followed as it changes. */
export function useContextValue(store: ContextStore, key: string): ContextValue {
  return useSyncExternalStore(
    (listener) => store.subscribe(listener),
    () => store.getSnapshot()[key],
  );
}
