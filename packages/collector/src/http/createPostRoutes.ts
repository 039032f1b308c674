import { Hono, type MiddlewareHandler } from "hono";
import { cors } from "./cors.ts";
import { methodNotAllowed } from "./refusals.ts";

/** What everything that clients post has in common. */
export interface ClientRoutesOptions {
  readonly allowedOrigins: readonly string[];
  /** Shared by all routes, or each would have a limit of its own. Absent: no limit. */
  readonly limitRate?: MiddlewareHandler | undefined;
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
  const { allowedOrigins, limitRate } = options;
  const routes = new Hono();
  routes.use(path, cors(allowedOrigins));
  if (limitRate !== undefined) routes.use(path, limitRate);
  routes.post(path, (context) => answer(context.req.raw));
  routes.all(path, () => methodNotAllowed("POST, OPTIONS"));
  return routes;
}
