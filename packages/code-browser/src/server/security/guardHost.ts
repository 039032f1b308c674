import { createMiddleware } from "hono/factory";

const loopbackNames = new Set(["localhost", "127.0.0.1", "[::1]"]);
const loopbackAddresses = new Set(["127.0.0.1", "::1", "localhost"]);

/** Whether a server that listens on this host can be reached from this machine alone. */
export function isLoopback(host: string): boolean {
  return loopbackAddresses.has(host);
}

/**
 * Refuses requests that name another host than this machine: a page of the web can point a name of its own at
 * 127.0.0.1 and would otherwise read the repository as its own origin.
 */
export const guardHost = createMiddleware(async (context, next) => {
  const name = new URL(context.req.url).hostname;
  if (loopbackNames.has(name)) {
    return next();
  }
  return context.text("This server answers only to the name localhost.", 421);
});
