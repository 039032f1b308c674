import type { Timers } from "./Timers.ts";

/** Timers for tests, whose time passes only when told. */
export interface ManualTimers extends Timers {
  /** Lets time pass, in milliseconds, and calls what is due, in order. */
  advance(milliseconds: number): void;
  /** How many calls are still to come. */
  readonly pending: number;
}

/** Makes timers that stand still. */
export function createManualTimers(): ManualTimers {
  const entries = new Set<{ readonly callback: () => void; readonly due: number }>();
  let now = 0;
  return {
    get pending() {
      return entries.size;
    },
    schedule(callback, delay) {
      const entry = { callback, due: now + delay };
      entries.add(entry);
      return () => {
        entries.delete(entry);
      };
    },
    advance(milliseconds) {
      now += milliseconds;
      const due = [...entries].filter((entry) => entry.due <= now);
      for (const entry of due.toSorted((left, right) => left.due - right.due)) {
        if (entries.delete(entry)) entry.callback();
      }
    },
  };
}
