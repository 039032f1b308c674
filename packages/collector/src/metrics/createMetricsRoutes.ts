import { Hono } from "hono";
import type { Metrics } from "./Metrics.ts";

/** Where Prometheus asks. */
export const metricsPath = "/metrics";

/** `GET /metrics`: what the collector counts about itself, for the administrator: its path must be guarded. */
export function createMetricsRoutes(metrics: Metrics): Hono {
  const routes = new Hono();
  routes.get(metricsPath, async (context) =>
    context.body(await metrics.write(), 200, { "content-type": metrics.contentType }),
  );
  return routes;
}
