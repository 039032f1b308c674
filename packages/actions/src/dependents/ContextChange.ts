import type { Context } from "../context/Context.ts";

/** What differs between two snapshots of a store, found once for all that depend on it. */
export interface ContextChange {
  readonly before: Context;
  readonly now: Context;
  /** The keys that differ, of those that were asked about. */
  readonly keys: readonly string[];
}

/** Finds which of some keys differ. Values keep their identity from snapshot to snapshot while they are equal. */
export function findChange(before: Context, now: Context, keys: Iterable<string>): ContextChange {
  const changed: string[] = [];
  for (const key of keys) {
    if (!Object.is(before[key], now[key])) changed.push(key);
  }
  return { before, now, keys: changed };
}
