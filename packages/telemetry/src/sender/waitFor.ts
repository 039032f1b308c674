import type { RetryState } from "../queue/QueueRecord.ts";

/** One hour: the longest wait that anybody writes down, in milliseconds. */
const longest = 3_600_000;

/**
 * How long to wait before the next attempt, in milliseconds. A moment further ahead than any wait can
 * be means that the clock has been set back: then there is none.
 *
 * @param overrule - Somebody asks for an attempt now; only the instance's own wish still counts.
 */
export function waitFor(retry: RetryState | undefined, now: number, overrule = false): number {
  if (retry === undefined || (overrule && !retry.imposed)) return 0;
  const wait = retry.at - now;
  return wait <= longest ? Math.max(wait, 0) : 0;
}
