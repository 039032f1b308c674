import { createHash, timingSafeEqual } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import { isLoopback } from "../server/isLoopback.ts";
import { errorAnswer } from "./errorAnswer.ts";

/**
 * Guards what only the administrator may see. With a token: `Authorization: Bearer <token>`. Without
 * one: only requests for a loopback name, so that neither a collector bound by mistake to the
 * network nor a foreign name that resolves to this machine (DNS rebinding) gives anything away.
 */
export function requireAdmin(token: string | undefined): MiddlewareHandler {
  const expected = token === undefined ? undefined : digest(token);
  return async function checkAdmin(context, next) {
    if (expected === undefined) {
      if (isLoopback(new URL(context.req.url).hostname)) return next();
      const message = "Without an admin token, analytics answer on loopback only. Set ADMIN_TOKEN.";
      return errorAnswer({ status: 403, code: "loopback-only", message });
    }
    const presented = /^Bearer +(\S+)$/i.exec(context.req.header("authorization") ?? "")?.[1];
    if (presented !== undefined && timingSafeEqual(digest(presented), expected)) return next();
    return errorAnswer({
      status: 401,
      code: presented === undefined ? "token-required" : "token-invalid",
      message: "Send the administrator's token: Authorization: Bearer <token>.",
    });
  };
}

/** Equal lengths for any input, as the comparison in constant time needs. */
function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
