import type { ExtensionEvent } from "../browser/WebExtensionAPI.ts";

/** An event of the fake browser, which a test can have happen. */
export interface FakeEvent<
  Listener extends (...values: never[]) => unknown,
> extends ExtensionEvent<Listener> {
  /** Calls every listener, and returns what they return. */
  emit(...values: Parameters<Listener>): ReturnType<Listener>[];
  /** The worker that listened is gone. */
  clear(): void;
}

/** Makes an event without listeners. */
export function createFakeEvent<
  Listener extends (...values: never[]) => unknown,
>(): FakeEvent<Listener> {
  const listeners = new Set<Listener>();
  return {
    addListener: (listener) => void listeners.add(listener),
    removeListener: (listener) => void listeners.delete(listener),
    emit: (...values) =>
      [...listeners].map((listener) => listener(...values) as ReturnType<Listener>),
    clear: () => listeners.clear(),
  };
}
