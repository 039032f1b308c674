import { createListeners } from "../../listeners/createListeners.ts";
import { createStoredIds } from "./createStoredIds.ts";
import type { RecentsStorage } from "./RecentsStorage.ts";
import { recencyOf, type RecentsStore } from "./RecentsStore.ts";

/** The options of {@link createRecents}. */
export interface RecentsOptions {
  /** Absent: in memory only. Whatever it throws is taken for an empty or full storage. */
  readonly storage?: RecentsStorage | undefined;
  /** @default "action-telemetry.recents" */
  readonly key?: string | undefined;
  /** How many executions are remembered, at least 1. @default 50 */
  readonly limit?: number | undefined;
  /** Tells of what other tabs write, by `storage` events. @default the window */
  readonly events?: Pick<EventTarget, "addEventListener" | "removeEventListener"> | undefined;
}

/** So many executions of one action count as often. */
const often = 5;

/**
 * Makes a store of recents: the IDs of the last executions and nothing else, latest first. Anything
 * in the storage that is not a list of IDs counts as empty. Other tabs that share the storage share
 * them.
 */
export function createRecents(options: RecentsOptions = {}): RecentsStore {
  const { storage, key = "action-telemetry.recents", limit = 50 } = options;
  const events = options.events ?? (typeof window === "undefined" ? undefined : window);
  const listeners = createListeners(() => {
    events?.addEventListener("storage", onStorage);
    return () => events?.removeEventListener("storage", onStorage);
  });
  const stored = createStoredIds(storage, key, Math.max(1, limit));
  let history = stored.read();
  let ids = distinct(history);

  function refresh(): void {
    const now = stored.read();
    if (now === history) return;
    history = now;
    ids = distinct(now);
  }
  function replace(next: readonly string[]): void {
    stored.write(next);
    refresh();
    listeners.notify();
  }
  function onStorage(event: Event): void {
    // A cleared storage names no key.
    const changed = (event as StorageEvent).key;
    if (changed !== key && changed !== null) return;
    refresh();
    listeners.notify();
  }
  return {
    getSnapshot() {
      // Without a listener nobody tells what other tabs write.
      if (listeners.size === 0) refresh();
      return ids;
    },
    getLifts: () => liftsOfHistory(history),
    subscribe: listeners.add,
    add: (actionId) => replace([actionId, ...stored.read()].slice(0, Math.max(1, limit))),
    clear: () => replace([]),
  };
}

function distinct(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)];
}

function liftsOfHistory(history: readonly string[]): ReadonlyMap<string, number> {
  const lifts = new Map<string, number>();
  for (const [place, id] of history.entries()) {
    const lift = lifts.get(id) ?? recencyOf(place);
    lifts.set(id, Math.min(1, lift + 0.5 / often));
  }
  return lifts;
}
