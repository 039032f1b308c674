/** How many reports a minute leave. */
const most = 10;
const minute = 60_000;

/** How long an error that was reported is not reported again, in milliseconds. */
const quietTime = 3_600_000;

/** How many errors are remembered. */
const remembered = 100;

/** Decides which reports leave. */
export interface Limiter {
  /** Why a report must not leave, or undefined when it may, which counts as one that has. */
  refuse(fingerprint: string, now: number): "duplicate" | "too-many" | undefined;
}

/** Makes a limiter: at most ten reports a minute, and each error once an hour. */
export function createLimiter(): Limiter {
  /** When each error was last reported, oldest first. */
  const times = new Map<string, number>();
  let recent: readonly number[] = [];
  return {
    refuse(fingerprint, now) {
      // A clock that was set back makes differences negative; those count as long ago.
      const isWithin = (time: number, span: number) => now - time >= 0 && now - time < span;
      const last = times.get(fingerprint);
      if (last !== undefined && isWithin(last, quietTime)) return "duplicate";
      recent = recent.filter((time) => isWithin(time, minute));
      if (recent.length >= most) return "too-many";
      recent = [...recent, now];
      times.delete(fingerprint);
      times.set(fingerprint, now);
      for (const oldest of times.keys()) {
        if (times.size <= remembered) break;
        times.delete(oldest);
      }
      return undefined;
    },
  };
}
