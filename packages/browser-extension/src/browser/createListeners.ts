/** Listeners to changes of one thing. */
export interface Listeners {
  /** Adds a listener, and returns the function that takes it away. */
  subscribe(this: void, listener: () => void): () => void;
  notify(this: void): void;
}

/** Makes a list of listeners, in the order they came. */
export function createListeners(): Listeners {
  const listeners = new Set<() => void>();
  return {
    subscribe(listener) {
      // Another function each time, so that the same listener may come twice.
      const own = () => listener();
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    notify() {
      for (const listener of listeners) listener();
    },
  };
}
