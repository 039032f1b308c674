import type { MiddlewareHandler } from "hono";

/** Has browsers keep nothing of what is answered, and take it for nothing else than it says it is. */
export const answerPrivately: MiddlewareHandler = async (context, next) => {
  await next();
  context.res.headers.set("cache-control", "no-store");
  context.res.headers.set("x-content-type-options", "nosniff");
};
