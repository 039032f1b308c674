import type { Clock } from "./Clock.ts";

declare const setTimeout: (callback: () => void, delay: number) => unknown;
declare const clearTimeout: (timer: unknown) => void;

/** The clock of whatever runs this: a page, a worker or Node. */
export const systemClock: Clock = {
  now: () => Date.now(),
  setTimer(callback, delay) {
    const timer = setTimeout(callback, delay);
    return () => clearTimeout(timer);
  },
};
