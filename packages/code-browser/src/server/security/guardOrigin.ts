import { createMiddleware } from "hono/factory";

const ownSites = new Set(["same-origin", "none"]);

/** Refuses requests that a page of another origin has made, by the header every current browser sends. */
export const guardOrigin = createMiddleware(async (context, next) => {
  const site = context.req.header("Sec-Fetch-Site");
  if (site !== undefined && !ownSites.has(site)) {
    return context.json(
      {
        error: {
          code: "refused",
          message: "Only this server's own pages may read the repository.",
        },
      },
      403,
    );
  }
  return next();
});
