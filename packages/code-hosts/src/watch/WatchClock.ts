/** How time passes for {@link watchCodeViews}. */
export interface WatchClock {
  /** Milliseconds since some moment; never goes back. */
  now(): number;
  /** Calls back after some milliseconds, and returns what prevents it. */
  delay(callback: () => void, milliseconds: number): () => void;
}

/** The clock of the page. */
export const pageClock: WatchClock = {
  now: () => performance.now(),
  delay: (callback, milliseconds) => {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};
