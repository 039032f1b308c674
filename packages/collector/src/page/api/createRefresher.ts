import { pause } from "./pause.ts";

/** The least time between two loads while events pour in, in milliseconds. */
const pauseMs = 700;

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
      await load();
      if (isStale) await pause(pauseMs);
    }
    isLoading = false;
  };
  return function refresh() {
    isStale = true;
    if (!isLoading) void run();
  };
}
