import { pause } from "./pause.ts";

/** The least time between two loads while events pour in, in milliseconds. */
const leastPauseMs = 700;

/** And the least in multiples of what a load takes, so that a watched page leaves room to ingest. */
const pauseFactor = 3;

/**
 * Makes a function that loads: one load at a time, and however often it is called during one,
 * exactly one more afterwards.
 *
 * @param load Must not reject.
 */
export function createRefresher(load: () => Promise<void>): () => void {
  let isLoading = false;
  let isStale = false;
  const run = async () => {
    isLoading = true;
    while (isStale) {
      isStale = false;
      const startedAt = performance.now();
      await load();
      const tookMs = performance.now() - startedAt;
      if (isStale) await pause(Math.max(leastPauseMs, pauseFactor * tookMs));
    }
    isLoading = false;
  };
  return function refresh() {
    isStale = true;
    if (!isLoading) void run();
  };
}
