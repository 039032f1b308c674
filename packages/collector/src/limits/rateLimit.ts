import type { Context, MiddlewareHandler } from "hono";
import { bodySize } from "../body/bodySize.ts";
import { contentEncoding } from "../body/readBytes.ts";
import type { Clock } from "../time/Clock.ts";
import { errorAnswer } from "../http/errorAnswer.ts";
import { networkOf } from "../http/networkOf.ts";
import { tooManyRequests } from "../http/refusals.ts";
import { type RateLimit, TokenBuckets } from "./TokenBuckets.ts";
import type { TrustedProxies } from "../http/TrustedProxies.ts";
import { WaitingRoom } from "./WaitingRoom.ts";

/** Bytes of a body that are as dear as a request. */
const bytesPerToken = 65_536;

/** What a body costs that turned out to be too large: a bomb is small, and dear to find out. */
const tokensOfBomb = 40;

/** How many times as dear a large body is that turned out to be nonsense: clients do not send it, and it has to be parsed. */
const nonsenseFactor = 20;

/** The same of one that turned out to be too large: it may have been meant well. */
const tooLargeFactor = 5;

/** Answers 429 to an address that asks faster, or for more, than the limit. Without a socket it lets everything pass. */
export function rateLimit(
  limit: RateLimit,
  clock: Clock,
  proxies: TrustedProxies,
): MiddlewareHandler {
  const buckets = new TokenBuckets(limit, clock);
  const waitingRoom = new WaitingRoom();
  return async function limitRate(context, next) {
    const { address } = proxies.callerOf(context);
    if (address === undefined) return next();
    const caller = networkOf(address);
    const declared = bodySize(context.req.raw);
    const price = priceOf(declared);
    // Many bombs could be under way before the first is known to be one.
    const deposit = contentEncoding(context.req.raw) === "identity" ? 0 : tokensOfBomb;
    const retryAfter = buckets.take(caller, 1 + price + deposit);
    if (retryAfter === 0) {
      await next();
      buckets.charge(caller, costOf(context) - price - deposit);
      return undefined;
    }
    await waitingRoom.hold(caller);
    const refusal = errorAnswer({ ...tooManyRequests, retryAfter });
    // Otherwise the rest of a large body would be read, if only to be thrown away.
    if (declared > bytesPerToken) refusal.headers.set("connection", "close");
    return refusal;
  };
}

/** What a sound body costs. */
function priceOf(bytes: number): number {
  return Math.floor(bytes / bytesPerToken);
}

/** What a request has cost besides being one, as its answer tells. */
function costOf({ req, res }: Context): number {
  const price = priceOf(bodySize(req.raw));
  if (res.status === 413) return price * tooLargeFactor + tokensOfBomb;
  return res.status === 400 ? price * nonsenseFactor : price;
}
