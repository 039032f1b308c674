import type { MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import type { Metrics } from "./Metrics.ts";

/** Notes how long each request took, by the pattern of its route. */
export function measureRequests(metrics: Metrics): MiddlewareHandler {
  return async function measure(context, next) {
    const start = performance.now();
    await next();
    const seconds = (performance.now() - start) / 1000;
    const route = matchedRoutes(context)
      .map(({ path }) => path)
      .findLast((path) => !path.endsWith("*"));
    const known = ["GET", "POST", "DELETE", "OPTIONS", "HEAD"].includes(context.req.method);
    const method = known ? context.req.method : "other";
    metrics.addRequest(route ?? "none", method, context.res.status, seconds);
  };
}
