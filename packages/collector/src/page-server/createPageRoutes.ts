import { type Context, Hono, type Next } from "hono";
import { type PageFile, readPageFiles } from "./PageFiles.ts";
import { preloadOf } from "./preloadOf.ts";

/** Where the page lives. */
export const pagePath = "/analytics";

const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

const pageHeaders = {
  "content-security-policy": contentSecurityPolicy,
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

/** The addresses of the page's views, below its path; they are all one document. */
const views = ["/", "/live", "/instance", "/actions/:id"];

const notBuilt =
  "The analytics page has not been built. Run `pnpm --filter @action-telemetry/collector build:page` and start again. The API below /.api/analytics works without it.\n";

/**
 * The analytics page: static files without any data in them, so that anybody may load them; the data
 * come from the guarded API.
 */
export function createPageRoutes(directory: string): Hono {
  const files = readPageFiles(directory);
  const routes = new Hono();
  routes.use("*", leaveOutSlash);
  for (const view of views) {
    routes.get(view, (context) => {
      const page = files.get("index.html");
      const { searchParams } = new URL(context.req.url);
      const preload = preloadOf(view, context.req.param("id"), searchParams);
      if (page !== undefined) return send(context, page, "no-cache", preload);
      return context.text(notBuilt, 404, pageHeaders);
    });
  }
  routes.get("/assets/:name", (context) => {
    const file = files.get(`assets/${context.req.param("name")}`);
    // The names carry a hash of the content.
    if (file !== undefined) return send(context, file, "public, max-age=31536000, immutable");
    return context.text("Not found\n", 404, pageHeaders);
  });
  return routes;
}

/** People type one at the end; the page has its views at addresses without. */
async function leaveOutSlash(context: Context, next: Next): Promise<Response | void> {
  const { pathname, search } = new URL(context.req.url);
  if (!pathname.startsWith(pagePath) || !pathname.endsWith("/")) return next();
  // Without the host, which a proxy may know by another name.
  return context.redirect(pathname.slice(0, -1) + search, 308);
}

function send(
  context: Context,
  { type, bytes, gzip, brotli }: PageFile,
  caching: string,
  more: Readonly<Record<string, string>> = {},
): Response {
  const headers = {
    ...pageHeaders,
    ...more,
    "content-type": type,
    "cache-control": caching,
    vary: "accept-encoding",
  };
  const accepted = context.req.header("accept-encoding") ?? "";
  if (brotli !== undefined && /\bbr\b/.test(accepted)) {
    return context.body(brotli, 200, { ...headers, "content-encoding": "br" });
  }
  return /\bgzip\b/.test(accepted)
    ? context.body(gzip, 200, { ...headers, "content-encoding": "gzip" })
    : context.body(bytes, 200, headers);
}
