import { Hono } from "hono";
import { requireAdmin } from "../http/requireAdmin.ts";
import type { Metrics } from "./Metrics.ts";

/** Where Prometheus asks. */
export const metricsPath = "/metrics";

/** `GET /metrics`: what the collector counts about itself, for whoever has the admin token. */
export function createMetricsRoutes(metrics: Metrics, adminToken: string | undefined): Hono {
  const routes = new Hono();
  routes.get(metricsPath, requireAdmin(adminToken), async (context) =>
    context.body(await metrics.write(), 200, {
      "content-type": metrics.contentType,
      "cache-control": "no-store",
    }),
  );
  return routes;
}
