import type { MiddlewareHandler } from "hono";

/**
 * Lets pages of exactly these origins send from a browser. No credentials, no wildcard, no
 * reflection: an origin that is not on the list gets no header, and its browser refuses.
 */
export function cors(allowedOrigins: readonly string[]): MiddlewareHandler {
  const allowed: ReadonlySet<string> = new Set(allowedOrigins);
  return async function allowOrigins(context, next) {
    const origin = context.req.header("origin");
    const isAllowed = origin !== undefined && allowed.has(origin);
    if (context.req.method === "OPTIONS") {
      return new Response(null, {
        status: 204,
        headers: {
          vary: "Origin",
          ...(isAllowed && {
            "access-control-allow-origin": origin,
            "access-control-allow-methods": "POST",
            "access-control-allow-headers": "content-type, content-encoding",
            "access-control-max-age": "7200",
          }),
        },
      });
    }
    await next();
    context.res.headers.append("vary", "Origin");
    if (!isAllowed) return;
    context.res.headers.set("access-control-allow-origin", origin);
    context.res.headers.set("access-control-expose-headers", "retry-after");
  };
}
