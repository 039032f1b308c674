import type { WatchClock } from "./WatchClock.ts";

/** Runs work soon after it was asked for, and rarely enough. */
export interface Throttle {
  /** Asks for a run. Costs next to nothing while one is due already. */
  request(): void;
  /** Prevents the run that is due, and all others. */
  close(): void;
}

/** A run is never sooner after the request, in milliseconds: what changes together is seen together. */
export const shortestWait = 50;

// Work that takes a millisecond is followed by 30 without: 3.3 % of one core.
const restPerWork = 30;

/**
 * Bounds the share of a core that a piece of work can take: after each run there is a rest thirty
 * times as long as the run took, however often it is requested. Of the last two runs the shorter
 * one counts, so that a single pause for garbage collection does not put the next run off for long.
 */
export function createThrottle(work: () => void, clock: WatchClock): Throttle {
  let cancel: (() => void) | undefined;
  let isClosed = false;
  let earliest = 0;
  let before = 0;

  const run = () => {
    cancel = undefined;
    const start = clock.now();
    work();
    const end = clock.now();
    earliest = end + Math.min(before, end - start) * restPerWork;
    before = end - start;
  };

  return {
    request() {
      if (isClosed || cancel !== undefined) return;
      cancel = clock.delay(run, Math.max(shortestWait, earliest - clock.now()));
    },
    close() {
      isClosed = true;
      cancel?.();
      cancel = undefined;
    },
  };
}
