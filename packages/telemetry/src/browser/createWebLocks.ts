import { type Locks, noLocks } from "../platform/Locks.ts";

/** What the locks are made of. */
export interface WebLocksOptions {
  /** Defaults to `navigator.locks`; null where there is none, as in pages served over plain http. */
  readonly manager?: LockManager | null;
  /**
   * How long another tab may hold a lock, in milliseconds. Default: 30 seconds; it holds it for a
   * batch's answer, 10 seconds at most.
   */
  readonly lease?: number;
}

/**
 * Locks by the Web Locks API. The browser frees the lock of a tab that is gone; the lock of a tab that
 * is frozen is taken away when its lease ends. Without the API tasks simply run: then two tabs may
 * send the same event, and the instance counts it once.
 */
export function createWebLocks(options: WebLocksOptions = {}): Locks {
  const { manager = ownLocks(), lease = 30_000 } = options;
  if (manager === null) return noLocks;
  return {
    run(name, task) {
      const signal = AbortSignal.timeout(lease);
      return manager.request(name, { signal }, task).catch((error: unknown) => {
        // Anything else, a lock that was taken away among it, is the end of a task that began.
        if (error !== signal.reason) throw error;
        return manager.request(name, { steal: true }, task);
      });
    },
  };
}

function ownLocks(): LockManager | null {
  return "locks" in navigator ? navigator.locks : null;
}
