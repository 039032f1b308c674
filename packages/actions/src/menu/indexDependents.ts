import type { Context } from "../context/Context.ts";
import type { CatalogueItem } from "./CatalogueItem.ts";

/** Which items of a list read which keys of the context, by their places in the list. */
export interface Dependents {
  readonly byKey: ReadonlyMap<string, readonly number[]>;
  /** Those that may read any key. */
  readonly always: readonly number[];
}

/** Finds out which items read which keys, so that a change need not look at all of them. */
export function indexDependents(items: readonly CatalogueItem[]): Dependents {
  const byKey = new Map<string, number[]>();
  const always: number[] = [];
  for (const [index, { item, action, alt }] of items.entries()) {
    const parts = alt === undefined ? [item, action] : [item, action, alt];
    if (parts.some(({ readsWholeContext }) => readsWholeContext)) {
      always.push(index);
      continue;
    }
    for (const key of new Set(parts.flatMap(({ references }) => [...references]))) {
      const places = byKey.get(key);
      if (places === undefined) byKey.set(key, [index]);
      else places.push(index);
    }
  }
  return { byKey, always };
}

/** The places of the items that may differ from one snapshot of a store to another. */
export function findAffected(
  dependents: Dependents,
  before: Context,
  now: Context,
): ReadonlySet<number> {
  const affected = new Set<number>();
  if (before === now) return affected;
  for (const index of dependents.always) affected.add(index);
  for (const [key, places] of dependents.byKey) {
    // Values keep their identity from snapshot to snapshot while they are equal.
    if (Object.is(before[key], now[key])) continue;
    for (const index of places) affected.add(index);
  }
  return affected;
}
