/** Listens for changes; the function it returns ends that. */
export type Subscribe = (listener: () => void) => () => void;

/** Those who want to know when something changes. */
export interface Listeners {
  /** How many there are. */
  readonly size: number;
  /** Returns what takes the listener away again. */
  readonly add: Subscribe;
  /** Tells those that are there; one that goes meanwhile is told no more. */
  readonly notify: () => void;
}

/**
 * Makes an empty set of listeners.
 *
 * @param connect - Listens to where the changes come from, and returns what ends that: called when
 *   the first listener has come, and again after the last had gone. Absent: `notify` is all there is.
 */
export function createListeners(connect?: Subscribe): Listeners {
  const listeners = new Set<() => void>();
  let disconnect: (() => void) | undefined;
  const notify = () => {
    for (const listener of listeners) listener();
  };
  return {
    get size() {
      return listeners.size;
    },
    add(listener) {
      listeners.add(listener);
      disconnect ??= connect?.(notify);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        disconnect?.();
        disconnect = undefined;
      };
    },
    notify,
  };
}
