import type { Context, ContextValue } from "./Context.ts";
import type { ContextStore } from "./ContextStore.ts";
import { copyContextValue } from "./copyContextValue.ts";
import { createListeners } from "./createListeners.ts";
import { isDeepEqual } from "./isDeepEqual.ts";

type Patch = Readonly<Record<string, ContextValue>>;

/**
 * Makes a context store.
 *
 * @param initial - Its first keys.
 *
 * @example
 * ```ts
 * const context = createContextStore({ "clientApplication.isSourcegraph": true });
 * const codeView = context.createScope({ resource: true, "resource.language": "typescript" });
 * codeView.update({ "resource.language": "go" });
 * ```
 */
export function createContextStore(initial: Patch = {}): ContextStore {
  return createLayer(undefined, initial);
}

function createLayer(parent: ContextStore | undefined, initial: Patch): ContextStore {
  const own = new Map<string, ContextValue>();
  const listeners = createListeners();
  let snapshot: Context | undefined;
  let parentSnapshot: Context | undefined;
  let announced: Context | undefined;
  let unsubscribeParent: (() => void) | undefined;

  function getSnapshot(): Context {
    const below = parent?.getSnapshot();
    if (snapshot === undefined || below !== parentSnapshot) refresh(below);
    return snapshot as Context;
  }

  function refresh(below: Context | undefined): void {
    const layered = layer(below, own, snapshot);
    parentSnapshot = below;
    snapshot = layered;
  }

  function announce(): void {
    const current = getSnapshot();
    if (current === announced) return;
    announced = current;
    listeners.notify();
  }

  applyPatch(own, initial);
  const store: ContextStore = {
    getSnapshot,
    subscribe(listener) {
      if (listeners.size === 0) {
        announced = getSnapshot();
        unsubscribeParent = parent?.subscribe(announce);
      }
      const remove = listeners.add(listener);
      return () => {
        remove();
        if (listeners.size > 0) return;
        unsubscribeParent?.();
        unsubscribeParent = undefined;
      };
    },
    update(patch) {
      if (!applyPatch(own, patch)) return;
      refresh(parent?.getSnapshot());
      if (listeners.size > 0) announce();
    },
    createScope: (values = {}) => createLayer(store, values),
  };
  return store;
}

/** Returns whether anything changed. */
function applyPatch(own: Map<string, ContextValue>, patch: Patch): boolean {
  let changed = false;
  for (const [key, value] of Object.entries(patch)) {
    // The snapshot has no prototype to harm, but what it is copied into may have one.
    if (key === "__proto__") continue;
    const copy = copyContextValue(value) ?? undefined;
    if (copy === undefined) changed = own.delete(key) || changed;
    else if (!isDeepEqual(own.get(key), copy)) {
      own.set(key, copy);
      changed = true;
    }
  }
  return changed;
}

/** One layer over another; `previous` itself when that says the same, and its values where equal. */
function layer(
  below: Context | undefined,
  own: ReadonlyMap<string, ContextValue>,
  previous: Context | undefined,
): Context {
  const merged = Object.create(null) as Record<string, ContextValue>;
  if (below !== undefined) Object.assign(merged, below);
  for (const [key, value] of own) merged[key] = value;
  if (previous === undefined) return Object.freeze(merged);

  const keys = Object.keys(merged);
  let same = keys.length === Object.keys(previous).length;
  for (const key of keys) {
    if (isDeepEqual(merged[key], previous[key])) merged[key] = previous[key];
    else same = false;
  }
  return same ? previous : Object.freeze(merged);
}
