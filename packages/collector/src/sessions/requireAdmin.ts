import type { Context, MiddlewareHandler } from "hono";
import { errorAnswer, type Refusal } from "../http/errorAnswer.ts";
import { isOwnRequest } from "../http/isOwnRequest.ts";
import { isLoopback } from "../server/isLoopback.ts";
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
const forwardingHeaders = ["forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-real-ip"];

/**
 * Guards what only the administrator may see. With an admin token: by `Authorization: Bearer <token>` or the cookie of a
 * session. Without one: only requests from this machine for a loopback name, so that neither a collector bound by
 * mistake to the network, nor a proxy before it, nor a foreign name that resolves to this machine (DNS rebinding) gives
 * anything away.
 */
export function requireAdmin(access: AdminAccess): MiddlewareHandler {
  return async function checkAdmin(context, next) {
    const { refusal, renewed } =
      access.signIn === undefined
        ? { refusal: refuseOutsiders(context, access), renewed: undefined }
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
  const { address, host } = proxies.callerOf(context);
  const isHere =
    isLoopback(new URL(`http://${host}`).hostname) &&
    (address === undefined || isLoopback(address)) &&
    !forwardingHeaders.some((name) => context.req.header(name) !== undefined);
  if (!isHere) return loopbackOnly;
  return isOwnRequest(context, { host }, true) ? undefined : foreignRequest;
}

/** Why a request is refused, and what the browser is to keep of its session from now on. */
interface Verdict {
  readonly refusal?: Refusal | undefined;
  readonly renewed?: string | undefined;
}

function judge(
  context: Context,
  { proxies }: AdminAccess,
  { sessions, tokens }: NonNullable<AdminAccess["signIn"]>,
): Verdict {
  const caller = proxies.callerOf(context);
  const authorization = context.req.header("authorization");
  if (authorization !== undefined) {
    const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    return { refusal: token === undefined ? signInFirst : tokens.refuse(token, caller.address) };
  }
  const kept = readSessionCookie(context, caller);
  const session = kept === undefined ? undefined : sessions.read(kept);
  if (session === undefined) return { refusal: signInFirst };
  return isOwnRequest(context, caller, false)
    ? { renewed: sessions.renew(session) }
    : { refusal: foreignRequest };
}
