import { isActionId } from "@action-telemetry/actions";
import { createStoredValue } from "../storage/createStoredValue.ts";
import type { PaletteStorageOptions } from "../storage/PaletteStorage.ts";
import { recencyOf, type RecentsStore } from "./RecentsStore.ts";

/** The options of {@link createRecents}. */
export interface RecentsOptions extends PaletteStorageOptions {
  /** @default "action-telemetry.recents" */
  readonly key?: string | undefined;
  /** How many executions are remembered, at least 1. @default 50 */
  readonly limit?: number | undefined;
}

/** So many executions of one action count as often. */
const often = 5;

/**
 * Makes a store of recents: the IDs of the last executions and nothing else, latest first. Anything
 * in the storage that is not a list of IDs counts as empty. Other tabs that share the storage share
 * them.
 */
export function createRecents(options: RecentsOptions = {}): RecentsStore {
  const limit = Math.max(1, options.limit ?? 50);
  const history = createStoredValue<readonly string[]>({
    ...options,
    key: options.key ?? "action-telemetry.recents",
    parse: (json) => (Array.isArray(json) ? json.filter(isStoredId).slice(0, limit) : []),
    toJSON: (ids) => (ids.length === 0 ? undefined : ids),
  });
  let latest = history.get();
  let ids = distinct(latest);
  return {
    getSnapshot() {
      const now = history.get();
      if (now !== latest) ids = distinct(now);
      latest = now;
      return ids;
    },
    getLifts: () => liftsOfHistory(history.get()),
    subscribe: history.subscribe,
    add: (actionId) => history.change((now) => [actionId, ...now].slice(0, limit)),
    clear: () => history.change(() => []),
  };
}

function isStoredId(value: unknown): value is string {
  return typeof value === "string" && isActionId(value);
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
