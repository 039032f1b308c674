import type { MiddlewareHandler } from "hono";
import type { Clock } from "../time/Clock.ts";
import { errorAnswer } from "./errorAnswer.ts";
import { networkOf } from "./networkOf.ts";
import { tooManyRequests } from "./refusals.ts";
import { type RateLimit, TokenBuckets } from "./TokenBuckets.ts";
import type { TrustedProxies } from "./TrustedProxies.ts";

/** Answers 429 to an address that sends faster than the limit. Without a socket it lets everything pass. */
export function rateLimit(
  limit: RateLimit,
  clock: Clock,
  proxies: TrustedProxies,
): MiddlewareHandler {
  const buckets = new TokenBuckets(limit, clock);
  return async function limitRate(context, next) {
    const { address } = proxies.callerOf(context);
    const retryAfter = address === undefined ? 0 : buckets.take(networkOf(address));
    return retryAfter === 0 ? next() : errorAnswer({ ...tooManyRequests, retryAfter });
  };
}
