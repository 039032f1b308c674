import type { Clock } from "../platform/Clock.ts";
import { type Locks, noLocks } from "../platform/Locks.ts";
import { systemClock } from "../platform/systemClock.ts";

/** How long another tab may hold a lock, in milliseconds. It holds it for a batch's answer, 10 s at most. */
const lease = 30_000;

/** What the locks are made of. */
export interface WebLocksOptions {
  /** Defaults to `navigator.locks`; null where there is none, as in pages served over plain http. */
  readonly manager?: LockManager | null;
  readonly clock?: Clock;
}

/**
 * Locks by the Web Locks API. The browser frees the lock of a tab that is gone; the lock of a tab that
 * is frozen is taken away when its lease ends. Without the API tasks simply run: then two tabs may
 * send the same event, and the instance counts it once.
 */
export function createWebLocks(options: WebLocksOptions = {}): Locks {
  const { manager = ownLocks(), clock = systemClock } = options;
  if (manager === null) return noLocks;
  return {
    run(name, task) {
      const waiting = new AbortController();
      const cancel = clock.setTimer(() => waiting.abort(), lease);
      let begun = false;
      const begin = () => {
        begun = true;
        cancel();
        return task();
      };
      return manager.request(name, { signal: waiting.signal }, begin).catch((error: unknown) => {
        cancel();
        if (begun || !waiting.signal.aborted) throw error;
        return manager.request(name, { steal: true }, task);
      });
    },
  };
}

function ownLocks(): LockManager | null {
  return "locks" in navigator ? navigator.locks : null;
}
