/** Requests a second that one tab may make. */
export const requestsPerSecond = 50;

/** Limits how often each tab may ask: a bucket of fifty requests, filled again within a second. */
export function createRateLimit(now: () => number): (tabId: number) => boolean {
  const buckets = new Map<number, { tokens: number; at: number }>();

  return (tabId) => {
    const at = now();
    const bucket = buckets.get(tabId) ?? { tokens: requestsPerSecond, at };
    // A clock that was set back fills nothing.
    const refill = (Math.max(0, at - bucket.at) / 1000) * requestsPerSecond;
    const tokens = Math.min(requestsPerSecond, bucket.tokens + refill);
    buckets.delete(tabId);
    // A thousand tabs are remembered; one that was silent for longest has a full bucket anyway.
    if (buckets.size >= 1000) buckets.delete(buckets.keys().next().value as number);
    buckets.set(tabId, { tokens: Math.max(0, tokens - 1), at });
    return tokens >= 1;
  };
}
