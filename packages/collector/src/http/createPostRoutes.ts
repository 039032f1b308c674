import { Hono } from "hono";
import type { Clock } from "../time/Clock.ts";
import { cors } from "./cors.ts";
import { errorAnswer } from "./errorAnswer.ts";
import { rateLimit } from "./rateLimit.ts";
import type { RateLimit } from "./TokenBuckets.ts";

/** What everything that clients post has in common. */
export interface ClientRoutesOptions {
  readonly clock: Clock;
  readonly allowedOrigins: readonly string[];
  /** Absent: no limit. */
  readonly rateLimit?: RateLimit | undefined;
}

/**
 * A route that clients post to, from pages of allowed origins and as often as the limit lets them. It needs no sign-in
 * and ignores cookies; other methods are refused.
 */
export function createPostRoutes(
  path: string,
  options: ClientRoutesOptions,
  answer: (request: Request) => Promise<Response>,
): Hono {
  const { clock, allowedOrigins, rateLimit: limit } = options;
  const routes = new Hono();
  routes.use(path, cors(allowedOrigins));
  if (limit !== undefined) routes.use(path, rateLimit(limit, clock));
  routes.post(path, (context) => answer(context.req.raw));
  routes.all(path, () => {
    const message = "This address takes POST alone.";
    const refusal = errorAnswer({ status: 405, code: "method-not-allowed", message });
    refusal.headers.set("allow", "POST, OPTIONS");
    return refusal;
  });
  return routes;
}
