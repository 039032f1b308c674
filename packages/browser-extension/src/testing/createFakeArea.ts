import type { LocalStorageAreaAPI } from "../browser/WebExtensionAPI.ts";

/** A storage area in memory, which copies what it is given and answers later, as a browser's does. */
export interface FakeArea extends LocalStorageAreaAPI {
  readonly items: Map<string, unknown>;
  /** Lets the worker be gone after so many more calls: no call is carried out then, and none is answered. */
  dieAfter(calls: number): void;
  /** Lets calls reject, or work again. */
  breakDown(isBroken: boolean): void;
}

/** Makes an area over items that may outlive a worker. */
export function createFakeArea(items = new Map<string, unknown>()): FakeArea {
  let callsLeft = Number.POSITIVE_INFINITY;
  let isBroken = false;

  async function call<T>(operation: () => T): Promise<T> {
    if (callsLeft <= 0) return new Promise<never>(() => undefined);
    callsLeft -= 1;
    if (isBroken) throw new Error("The area is broken.");
    const result = operation();
    await Promise.resolve();
    return result;
  }

  return {
    items,
    dieAfter(calls) {
      callsLeft = calls;
    },
    breakDown(value) {
      isBroken = value;
    },
    get: (keys) =>
      call(() => {
        const wanted = [...items].filter(([key]) => keys === null || keys.includes(key));
        return structuredClone(Object.fromEntries(wanted));
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
