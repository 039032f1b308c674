import type { Timers } from "./Timers.ts";

interface TimerGlobals {
  setTimeout(callback: () => void, delay: number): unknown;
  clearTimeout(handle: unknown): void;
}

/** Longest delay that browsers and Node keep; anything longer would fire at once. */
const longestDelay = 2_147_483_647;

/** The timers of the platform this runs on. */
export const systemTimers: Timers = {
  schedule(callback, delay) {
    const globals = globalThis as unknown as TimerGlobals;
    const handle = globals.setTimeout(callback, Math.min(Math.max(delay, 0), longestDelay));
    return () => {
      globals.clearTimeout(handle);
    };
  },
};
