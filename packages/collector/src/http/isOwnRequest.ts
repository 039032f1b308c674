import type { Context } from "hono";
import type { Caller } from "./Caller.ts";

/**
 * Whether a request that a browser sent comes from a page of this instance, or from nobody's: an address that was typed.
 * Requests of other pages are not to be answered on the strength of a cookie, or of this machine being this machine.
 *
 * @param otherwise - What to think of a request that says neither where it comes from nor what for, as programs send
 *   them, and old browsers when they read.
 */
export function isOwnRequest(
  { req: request }: Context,
  { host }: Pick<Caller, "host">,
  otherwise: boolean,
): boolean {
  const site = request.header("sec-fetch-site");
  if (site !== undefined) return site === "same-origin" || (site === "none" && isRead(request));
  const origin = request.header("origin");
  if (origin === undefined) return otherwise || isRead(request);
  return URL.canParse(origin) && new URL(origin).host === host;
}

function isRead({ method }: Context["req"]): boolean {
  return method === "GET" || method === "HEAD";
}
