import { useEffect, useMemo, useSyncExternalStore } from "react";
import { createInspectionStore, type Reading } from "./createInspectionStore.ts";
import type { InspectedClient } from "./InspectedClient.ts";

/** What {@link useInspection} gives. */
export interface FollowedInspection extends Reading {
  readonly refresh: () => void;
}

/** What a client says of itself, followed while the component is mounted. */
export function useInspection(client: InspectedClient): FollowedInspection {
  const store = useMemo(
    () => createInspectionStore(client, (callback) => void requestAnimationFrame(callback)),
    [client],
  );
  const reading = useSyncExternalStore(store.subscribe, store.getSnapshot, store.getSnapshot);
  useEffect(() => {
    // Other tabs share the queue, and a person who comes from one of them expects to see it.
    window.addEventListener("focus", store.refresh);
    return () => window.removeEventListener("focus", store.refresh);
  }, [store]);
  return { ...reading, refresh: store.refresh };
}
