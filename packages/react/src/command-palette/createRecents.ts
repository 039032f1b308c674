import type { RecentsStore } from "./RecentsStore.ts";

/** Where recents are kept: the part of `Storage` that is needed. */
export type RecentsStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** The options of {@link createRecents}. */
export interface RecentsOptions {
  /** Absent: in memory only. Whatever it throws is taken for an empty or full storage. */
  readonly storage?: RecentsStorage | undefined;
  /** @default "action-telemetry.recents" */
  readonly key?: string | undefined;
  /** How many IDs are kept, at least 1. @default 10 */
  readonly limit?: number | undefined;
}

/**
 * Makes a store of recents: IDs only, most recent first. Anything in the storage that is not a list
 * of IDs counts as empty.
 */
export function createRecents(options: RecentsOptions = {}): RecentsStore {
  const { storage, key = "action-telemetry.recents", limit = 10 } = options;
  const listeners = new Set<() => void>();
  let text = read();
  let ids = parseIds(text, limit);

  function read(): string | null {
    try {
      return storage?.getItem(key) ?? null;
    } catch {
      return null;
    }
  }
  function replace(next: readonly string[]): void {
    ids = next;
    text = JSON.stringify(next);
    try {
      if (next.length === 0) storage?.removeItem(key);
      else storage?.setItem(key, text);
    } catch {
      // A full or forbidden storage: what is in memory serves until the page is closed.
    }
    for (const listener of listeners) listener();
  }
  return {
    getSnapshot() {
      // Another tab may have written since.
      const now = storage === undefined ? text : read();
      if (now !== null && now !== text) {
        text = now;
        ids = parseIds(now, limit);
      }
      return ids;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    add: (actionId) =>
      replace([actionId, ...ids.filter((id) => id !== actionId)].slice(0, Math.max(1, limit))),
    clear: () => replace([]),
  };
}

function parseIds(text: string | null, limit: number): readonly string[] {
  if (text === null) return [];
  try {
    const value: unknown = JSON.parse(text);
    if (!Array.isArray(value)) return [];
    const ids = value.filter((id): id is string => typeof id === "string");
    return [...new Set(ids)].slice(0, limit);
  } catch {
    return [];
  }
}
