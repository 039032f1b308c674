import type { WatchClock } from "../watch/WatchClock.ts";

/** A clock that stands still until a test moves it. */
export interface FakeClock extends WatchClock {
  /** Lets milliseconds pass, calling back what is due on the way. */
  advance(milliseconds: number): void;
  /** Lets milliseconds pass in the middle of work. */
  spend(milliseconds: number): void;
  /** How many callbacks are due. */
  pending(): number;
}

/** Makes a clock for tests. */
export function createFakeClock(): FakeClock {
  let now = 0;
  const due = new Map<() => void, number>();
  const next = (end: number) =>
    [...due].filter(([, time]) => time <= end).toSorted((a, b) => a[1] - b[1])[0];
  return {
    now: () => now,
    delay: (callback, milliseconds) => {
      const entry = () => callback();
      due.set(entry, now + milliseconds);
      return () => void due.delete(entry);
    },
    advance(milliseconds) {
      const end = now + milliseconds;
      for (let entry = next(end); entry !== undefined; entry = next(end)) {
        due.delete(entry[0]);
        now = Math.max(now, entry[1]);
        entry[0]();
      }
      now = Math.max(now, end);
    },
    spend: (milliseconds) => {
      now += milliseconds;
    },
    pending: () => due.size,
  };
}
