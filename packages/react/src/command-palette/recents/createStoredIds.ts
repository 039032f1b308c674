import { isActionId } from "@action-telemetry/actions";
import type { RecentsStorage } from "./RecentsStorage.ts";

/** A list of action IDs in a storage, which others may write as well. */
export interface StoredIds {
  /** The list, the same array while nobody changed it. */
  read(): readonly string[];
  write(ids: readonly string[]): void;
}

/**
 * Keeps a list of action IDs. Anything in the storage that is none counts as empty; what a full or
 * forbidden storage does not take is kept in memory.
 *
 * @param storage - Absent: in memory only.
 * @param limit - How many are read at most.
 */
export function createStoredIds(
  storage: RecentsStorage | undefined,
  key: string,
  limit: number,
): StoredIds {
  let text = readText();
  let ids = parseIds(text, limit);

  function readText(): string | null {
    try {
      return storage?.getItem(key) ?? null;
    } catch {
      return null;
    }
  }
  return {
    read() {
      const now = readText();
      if (now !== text) ids = parseIds(now, limit);
      text = now;
      return ids;
    },
    write(next) {
      ids = next;
      try {
        if (next.length === 0) storage?.removeItem(key);
        else storage?.setItem(key, JSON.stringify(next));
      } catch {
        // Memory serves until the page is closed.
      }
      text = readText();
    },
  };
}

function parseIds(text: string | null, limit: number): readonly string[] {
  if (text === null) return [];
  try {
    const value: unknown = JSON.parse(text);
    if (!Array.isArray(value)) return [];
    const ids = value.filter((id): id is string => typeof id === "string" && isActionId(id));
    return ids.slice(0, limit);
  } catch {
    return [];
  }
}
