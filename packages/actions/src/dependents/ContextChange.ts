import type { Context } from "../context/Context.ts";
import type { Dependencies } from "./Dependencies.ts";

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

/**
 * Whether something that depends on the context can have another value in one snapshot than in another.
 *
 * @param known - A change that was found already; used if it is one from `before`.
 */
export function canDiffer(
  { references, readsWholeContext }: Dependencies,
  before: Context,
  now: Context,
  known?: ContextChange,
): boolean {
  if (before === now) return false;
  if (readsWholeContext) return true;
  if (known?.before === before) return known.keys.some((key) => references.has(key));
  for (const key of references) {
    if (!Object.is(before[key], now[key])) return true;
  }
  return false;
}
