import type { ContextChange } from "./ContextChange.ts";
import type { Dependencies } from "./Dependencies.ts";

/** Which of many things read which keys of the context. */
export interface Dependents<Dependent> {
  /** All keys that any of them reads. */
  readonly byKey: ReadonlyMap<string, readonly Dependent[]>;
  /** Those that may read any key. */
  readonly always: readonly Dependent[];
}

/** Finds out what reads which keys, so that a change need not look at all of it. */
export function indexDependents<Dependent>(
  entries: Iterable<readonly [Dependent, Dependencies]>,
): Dependents<Dependent> {
  const byKey = new Map<string, Dependent[]>();
  const always: Dependent[] = [];
  for (const [dependent, { references, readsWholeContext }] of entries) {
    if (readsWholeContext) always.push(dependent);
    for (const key of references) {
      const dependents = byKey.get(key);
      if (dependents === undefined) byKey.set(key, [dependent]);
      else dependents.push(dependent);
    }
  }
  return { byKey, always };
}

/** What a change can have affected, each once. The change has to be of all the keys in the index. */
export function findAffected<Dependent>(
  { byKey, always }: Dependents<Dependent>,
  { before, now, keys }: ContextChange,
): Iterable<Dependent> {
  if (before === now) return [];
  const [key] = keys;
  if (key === undefined) return always;
  if (keys.length === 1 && always.length === 0) return byKey.get(key) ?? [];
  return new Set([...always, ...keys.flatMap((each) => byKey.get(each) ?? [])]);
}
