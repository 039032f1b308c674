import { Hono, type MiddlewareHandler } from "hono";
import { cors } from "./cors.ts";
import { errorAnswer } from "./errorAnswer.ts";
import { isForeignPage } from "./isForeignPage.ts";
import { siteOf } from "./networkOf.ts";
import { foreignPage, methodNotAllowed } from "./refusals.ts";
import { TrustedProxies } from "./TrustedProxies.ts";

/** What everything that clients post has in common. */
export interface ClientRoutesOptions {
  readonly allowedOrigins: readonly string[];
  /** Shared by all routes, or each would have a limit of its own. Absent: no limit. */
  readonly limitRate?: MiddlewareHandler | undefined;
  /** Who are to be believed whom they speak for. Absent: whoever is connected is who asks. */
  readonly proxies?: TrustedProxies | undefined;
  /** Whether it takes what a page may send anywhere without being asked first; then other pages are refused. */
  readonly isSafelisted?: boolean;
}

/**
 * A route that clients post to, from pages of allowed origins and as often as the limit lets them. It needs no sign-in
 * and ignores cookies; other methods are refused.
 *
 * @param answer - Is given the network that the request comes from, if that is known; not to be kept.
 */
export function createPostRoutes(
  path: string,
  options: ClientRoutesOptions,
  answer: (request: Request, network: string | undefined) => Promise<Response>,
): Hono {
  const { allowedOrigins, limitRate, proxies = new TrustedProxies(), isSafelisted } = options;
  const routes = new Hono();
  routes.use(path, cors(allowedOrigins));
  if (limitRate !== undefined) routes.use(path, limitRate);
  routes.post(path, (context) => {
    const { address, host } = proxies.callerOf(context);
    if (isSafelisted === true && isForeignPage(context, { host }, allowedOrigins)) {
      return errorAnswer(foreignPage);
    }
    return answer(context.req.raw, address === undefined ? undefined : siteOf(address));
  });
  routes.all(path, () => methodNotAllowed("POST, OPTIONS"));
  return routes;
}
