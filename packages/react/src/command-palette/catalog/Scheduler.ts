/** When work is done that may wait. */
export interface Scheduler {
  /** Milliseconds from any point on. */
  now(): number;
  /**
   * Calls back when the browser has nothing else to do.
   *
   * @param callback - Given how many milliseconds it may take.
   * @returns Calls it off.
   */
  whenIdle(callback: (remaining: number) => void): () => void;
  /** Calls back after input and painting had their turn. Returns what calls it off. */
  soon(callback: () => void): () => void;
}

/** For browsers that do not tell when they are idle. */
const guessedIdleDelayMs = 120;
const guessedIdleMs = 6;
/** Longer than this nobody should wait who types just then. */
const longestIdleMs = 10;
/** Idle work is done after so long even in a page that never rests. */
const longestWaitMs = 2000;

/** The scheduler of the page. */
export const pageScheduler: Scheduler = {
  now: () => performance.now(),
  whenIdle(callback) {
    if (!("requestIdleCallback" in globalThis)) {
      const timer = setTimeout(() => callback(guessedIdleMs), guessedIdleDelayMs);
      return () => clearTimeout(timer);
    }
    const run = (deadline: IdleDeadline) =>
      callback(Math.min(longestIdleMs, Math.max(guessedIdleMs, deadline.timeRemaining())));
    const handle = requestIdleCallback(run, { timeout: longestWaitMs });
    return () => cancelIdleCallback(handle);
  },
  soon(callback) {
    // A timer would wait 4 ms after some turns.
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", () => {
      port1.close();
      callback();
    });
    port1.start();
    port2.postMessage(undefined);
    return () => port1.close();
  },
};
