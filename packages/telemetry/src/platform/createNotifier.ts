/** Tells listeners, in a microtask of its own, that something has changed. */
export interface Notifier {
  /** Calls every listener soon; any number of calls in between count as one. */
  notify(): void;
  /** Adds a listener; returns the function that removes it. */
  subscribe(listener: () => void): () => void;
}

/** Makes a notifier. A listener that throws harms neither the others nor whoever notified. */
export function createNotifier(): Notifier {
  const listeners = new Set<() => void>();
  let scheduled = false;
  return {
    notify() {
      if (scheduled || listeners.size === 0) return;
      scheduled = true;
      void Promise.resolve().then(() => {
        scheduled = false;
        for (const listener of listeners) {
          try {
            listener();
          } catch {
            // Telemetry has nobody to tell; the listener's own code must watch itself.
          }
        }
      });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
