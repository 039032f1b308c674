import { extensionPlatforms } from "@action-telemetry/event-schema";
import { Hono } from "hono";
import { uninstallPage, uninstallPagePolicy } from "./uninstallPage.ts";

/** Where browsers go that have removed the extension. */
export const uninstallPath = "/uninstall";

/** From which kind of browser the extension was removed. */
export type RemovedFrom = (typeof extensionPlatforms)[number] | "other";

/** Where removals are counted. */
interface Removals {
  addRemoval(platform: RemovedFrom): void;
}

/** `GET /uninstall?utm_source=`: says that the extension is gone, and counts by platform that it is. */
export function createUninstallRoutes(removals: Removals): Hono {
  const routes = new Hono();
  routes.get(uninstallPath, (context) => {
    const source = context.req.query("utm_source");
    removals.addRemoval(extensionPlatforms.find((platform) => platform === source) ?? "other");
    return context.html(uninstallPage, 200, {
      "content-security-policy": uninstallPagePolicy,
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    });
  });
  return routes;
}
