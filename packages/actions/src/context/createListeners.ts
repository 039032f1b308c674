/** Functions to call when something has changed. */
export interface Listeners {
  /** How many there are. */
  readonly size: number;
  /** Adds one, and returns the function that takes it away; the same function may be added twice. */
  add(listener: () => void): () => void;
  /**
   * Calls those that are there now, each of them even when another throws.
   *
   * @throws What the first of them threw, after all were called.
   */
  notify(): void;
}

/** Makes an empty set of listeners. */
export function createListeners(): Listeners {
  const entries = new Set<{ readonly listener: () => void }>();
  return {
    get size() {
      return entries.size;
    },
    add(listener) {
      const entry = { listener };
      entries.add(entry);
      return () => {
        entries.delete(entry);
      };
    },
    notify() {
      const failures: unknown[] = [];
      const round = [...entries];
      for (const entry of round) {
        // One that was taken away by an earlier one in this round wants to hear nothing more.
        if (!entries.has(entry)) continue;
        try {
          entry.listener();
        } catch (error) {
          failures.push(error);
        }
      }
      if (failures.length > 0) throw failures[0];
    },
  };
}
