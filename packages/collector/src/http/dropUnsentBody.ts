import type { MiddlewareHandler } from "hono";

/** Ends what was begun to answer `HEAD` with, of which nothing is sent: otherwise a stream would wait for a reader for ever. */
export const dropUnsentBody: MiddlewareHandler = async (context, next) => {
  await next();
  if (context.req.method === "HEAD") await context.res.body?.cancel();
};
