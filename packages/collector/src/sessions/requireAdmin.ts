import type { Context, MiddlewareHandler } from "hono";
import { errorAnswer, type Refusal } from "../http/errorAnswer.ts";
import { isOwnRequest } from "../http/isOwnRequest.ts";
import { isLoopback } from "../http/isLoopback.ts";
import type { AdminAccess } from "./AdminAccess.ts";
import { foreignRequest } from "./foreignRequest.ts";
import { readSessionCookie, writeSessionCookie } from "./sessionCookie.ts";

const signInFirst: Refusal = {
  status: 401,
  code: "token-required",
  message: "Sign in, or send the administrator's token: Authorization: Bearer <token>.",
};

const loopbackOnly: Refusal = {
  status: 403,
  code: "loopback-only",
  message: "Without an admin token, analytics answer on loopback only. Set ADMIN_TOKEN.",
};

/** What proxies add. */
const forwardingHeaders = [
  "forwarded",
  "via",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-real-ip",
];

/** Why a request is refused, and what the browser is to keep of its session from now on. */
interface Verdict {
  readonly refusal?: Refusal | undefined;
  readonly renewed?: string | undefined;
}

/**
 * Guards what only the administrator may see. With an admin token: by `Authorization: Bearer <token>` or the cookie of a
 * session. Without one: only requests from this machine for a loopback name, so that neither a collector bound by
 * mistake to the network, nor a proxy before it, nor a foreign name that resolves to this machine (DNS rebinding) gives
 * anything away.
 */
export function requireAdmin(access: AdminAccess): MiddlewareHandler {
  return async function checkAdmin(context, next) {
    const { refusal, renewed }: Verdict =
      access.signIn === undefined
        ? { refusal: refuseOutsiders(context, access) }
        : judge(context, access, access.signIn);
    if (refusal !== undefined) return errorAnswer(refusal);
    await next();
    if (renewed !== undefined) {
      writeSessionCookie(context, access.proxies.callerOf(context), renewed);
    }
    return undefined;
  };
}

function refuseOutsiders(context: Context, { proxies }: AdminAccess): Refusal | undefined {
  // Whoever trusts a proxy has others before this machine.
  const isForwarded = forwardingHeaders.some((name) => context.req.header(name) !== undefined);
  if (isForwarded) return loopbackOnly;
  const { address, host } = proxies.callerOf(context);
  const isHere =
    isLoopback(new URL(context.req.url).hostname) && (address === undefined || isLoopback(address));
  if (!isHere) return loopbackOnly;
  return isOwnRequest(context, { host }, true) ? undefined : foreignRequest;
}

function judge(
  context: Context,
  { proxies }: AdminAccess,
  { sessions, tokens }: NonNullable<AdminAccess["signIn"]>,
): Verdict {
  const caller = proxies.callerOf(context);
  // Another scheme is for a proxy before us, and nothing that we know.
  const token = /^Bearer +(\S+)$/i.exec(context.req.header("authorization") ?? "")?.[1];
  if (token !== undefined) return { refusal: tokens.refuse(token, caller.address) };
  const kept = readSessionCookie(context, caller);
  const session = kept === undefined ? undefined : sessions.read(kept);
  if (session === undefined) return { refusal: signInFirst };
  return isOwnRequest(context, caller, false)
    ? { renewed: sessions.renew(session) }
    : { refusal: foreignRequest };
}
