import { Hono } from "hono";
import { uninstallPage, uninstallPagePolicy } from "./uninstallPage.ts";

/** Where browsers go that have removed the extension. */
export const uninstallPath = "/uninstall";

const platforms = ["chrome-extension", "firefox-extension", "safari-extension"] as const;

/** From which kind of browser the extension was removed. */
export type RemovedFrom = (typeof platforms)[number] | "other";

/** Where removals are counted. */
interface Removals {
  addRemoval(platform: RemovedFrom): void;
}

/** `GET /uninstall?utm_source=`: says that the extension is gone, and counts by platform that it is. */
export function createUninstallRoutes(removals: Removals): Hono {
  const routes = new Hono();
  routes.get(uninstallPath, (context) => {
    const source = context.req.query("utm_source");
    removals.addRemoval(platforms.find((platform) => platform === source) ?? "other");
    return context.html(uninstallPage, 200, {
      "content-security-policy": uninstallPagePolicy,
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    });
  });
  return routes;
}
