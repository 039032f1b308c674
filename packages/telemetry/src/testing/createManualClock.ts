import type { Clock } from "../platform/Clock.ts";

/** A clock that stands still unless it is told to move. */
export interface ManualClock extends Clock {
  /**
   * Moves on, calls every timer that falls due on the way, in order, and lets the promises that follow
   * from each settle before the next.
   */
  advance(milliseconds: number): Promise<void>;
  /** Sets the wall clock, as a person would: timers do not notice. */
  jump(now: number): void;
  /** Lets promises settle without moving on. */
  settle(): Promise<void>;
  /** How many timers are waiting. */
  readonly timers: number;
}

/** How many turns of the microtask queue count as settled. */
const turns = 100;

/**
 * Makes a manual clock.
 *
 * @param start - The wall clock at the beginning, in milliseconds since 1970.
 */
export function createManualClock(start = Date.UTC(2026, 10, 22, 12)): ManualClock {
  let elapsed = 0;
  let offset = start;
  const timers = new Set<{ readonly due: number; readonly callback: () => void }>();

  async function settle(): Promise<void> {
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
  }

  return {
    now: () => offset + elapsed,
    setTimer(callback, delay) {
      const timer = { due: elapsed + Math.max(0, delay), callback };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    async advance(milliseconds) {
      const end = elapsed + milliseconds;
      await settle();
      for (;;) {
        const [next] = [...timers].sort((a, b) => a.due - b.due);
        if (next === undefined || next.due > end) break;
        elapsed = next.due;
        timers.delete(next);
        next.callback();
        await settle();
      }
      elapsed = end;
    },
    jump(now) {
      offset = now - elapsed;
    },
    settle,
    get timers() {
      return timers.size;
    },
  };
}
