/** Those who want to know when something changes. */
export interface Listeners {
  /** Returns what takes the listener away again. */
  add(listener: () => void): () => void;
  notify(): void;
}

/** Makes an empty set of listeners. */
export function createListeners(): Listeners {
  const listeners = new Set<() => void>();
  return {
    add(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    notify() {
      for (const listener of listeners) listener();
    },
  };
}
