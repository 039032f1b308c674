import type { ExtensionStorageArea } from "./ExtensionStorageArea.ts";

/** A worker's access to an area in memory, which copies what it is given and answers later, as a browser's does. */
export interface FakeStorageArea extends ExtensionStorageArea {
  /** What it holds. */
  readonly items: Map<string, unknown>;
  /** Lets the worker be gone after so many more calls: no call is carried out then, and none is answered. */
  dieAfter(calls: number): void;
}

/**
 * Makes an area, empty or with the items of another worker's.
 *
 * @param items - Shared by all workers of an extension.
 */
export function createStorageArea(items = new Map<string, unknown>()): FakeStorageArea {
  let callsLeft = Number.POSITIVE_INFINITY;

  function call<T>(operation: () => T): Promise<T> {
    if (callsLeft <= 0) return new Promise<never>(() => undefined);
    callsLeft -= 1;
    const result = operation();
    return Promise.resolve().then(() => result);
  }

  return {
    items,
    dieAfter: (calls) => {
      callsLeft = calls;
    },
    get: (keys) =>
      call(() => {
        const wanted = [...items].filter(([key]) => keys === null || keys.includes(key));
        return structuredClone(Object.fromEntries(wanted.toReversed()));
      }),
    set: (added) =>
      call(() => {
        for (const [key, value] of Object.entries(added)) items.set(key, structuredClone(value));
      }),
    remove: (keys) =>
      call(() => {
        for (const key of keys) items.delete(key);
      }),
  };
}
