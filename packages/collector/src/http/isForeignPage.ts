import type { Context } from "hono";
import type { Caller } from "./Caller.ts";

/**
 * Whether a page of another origin made a browser send a request. Extensions and programs are no pages.
 *
 * @param allowedOrigins - Origins whose pages may.
 */
export function isForeignPage(
  { req: request }: Context,
  { host }: Pick<Caller, "host">,
  allowedOrigins: readonly string[],
): boolean {
  const origin = request.header("origin");
  if (origin === undefined || allowedOrigins.includes(origin)) return false;
  if (request.header("sec-fetch-site") === "same-origin") return false;
  if (!URL.canParse(origin)) return true;
  const { protocol, host: own } = new URL(origin);
  return /^https?:$/u.test(protocol) && own !== host;
}
