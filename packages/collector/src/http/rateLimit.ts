import type { HttpBindings } from "@hono/node-server";
import type { MiddlewareHandler } from "hono";
import type { Clock } from "../time/Clock.ts";
import { type RateLimit, TokenBuckets } from "./TokenBuckets.ts";
import { errorAnswer } from "./errorAnswer.ts";

/**
 * Answers 429 to an address that sends faster than the limit. The address is that of the socket:
 * forwarding headers are for anyone to write. Without a socket (a handler called directly) it lets
 * everything pass.
 */
export function rateLimit(limit: RateLimit, clock: Clock): MiddlewareHandler {
  const buckets = new TokenBuckets(limit, clock);
  return async function limitRate(context, next) {
    const bindings = context.env as Partial<HttpBindings> | undefined;
    const address = bindings?.incoming?.socket.remoteAddress;
    const retryAfter = address === undefined ? 0 : buckets.take(address);
    if (retryAfter === 0) return next();
    const message = "Too many requests from this address. Wait, and send fuller batches.";
    return errorAnswer({ status: 429, code: "too-many-requests", message, retryAfter });
  };
}
