import { paths } from "@action-telemetry/event-schema";
import { Hono } from "hono";
import { type CollectorOptions, requireSoundOptions } from "./CollectorOptions.ts";
import { type CollectorParts, createParts } from "./createParts.ts";
import { analyticsPath } from "../analytics/analyticsPath.ts";
import { createAnalyticsRoutes } from "../analytics/createAnalyticsRoutes.ts";
import { createErrorRoutes } from "../errors/createErrorRoutes.ts";
import { createExportRoutes } from "../export/createExportRoutes.ts";
import { answerPrivately } from "../http/answerPrivately.ts";
import { dropUnsentBody } from "../http/dropUnsentBody.ts";
import { createHealthRoutes } from "../instance/createHealthRoutes.ts";
import { createIngestRoutes } from "../ingest/createIngestRoutes.ts";
import { createPageRoutes, pagePath } from "../page-server/createPageRoutes.ts";
import { defaultPageDirectory } from "../page-server/PageFiles.ts";
import { errorAnswer } from "../http/errorAnswer.ts";
import { noSuchRoute } from "../http/refusals.ts";
import { createInstanceRoutes, instancePath } from "../instance/createInstanceRoutes.ts";
import { createMetricsRoutes, metricsPath } from "../metrics/createMetricsRoutes.ts";
import { measureRequests } from "../metrics/measureRequests.ts";
import { createOpenApiRoutes } from "../openapi/createOpenApiRoutes.ts";
import { openApiPath } from "../openapi/instanceOperations.ts";
import { createLogsRoutes } from "../otlp/createLogsRoutes.ts";
import { createPingRoutes, pingPath } from "../ping/createPingRoutes.ts";
import { createSessionRoutes, sessionPath } from "../sessions/createSessionRoutes.ts";
import { requireAdmin } from "../sessions/requireAdmin.ts";
import { createGraphQLRoutes } from "../sourcegraph/createGraphQLRoutes.ts";
import { createUninstallRoutes, uninstallPath } from "../uninstall/createUninstallRoutes.ts";

/** What only the administrator may see, and whatever comes to lie below. */
const guardedPaths = [analyticsPath, pingPath, metricsPath, instancePath];

/** A running collector without a port. */
export interface Collector {
  /** Answers requests through `app.fetch`; mountable in another application with `route("/", app)`. */
  readonly app: Hono;
  /** Sends the ping of the last week if it is due; does nothing where pings go nowhere. Never rejects. */
  sendPingIfDue(): Promise<void>;
  /** Ends the live streams, so that a server can drain. */
  close(): Promise<void>;
  /** Stores and sends on what came last; to be called when the server has closed. Takes a second at most. */
  finish(): Promise<void>;
}

/**
 * Makes the instance side: receives batches, keeps them, and shows the administrator which actions
 * people use.
 *
 * @example
 * const store = openSqliteStore("data/events.db");
 * const collector = createCollector({ store });
 * serve({ fetch: collector.app.fetch, port: 7080, hostname: "127.0.0.1" });
 */
export function createCollector(options: CollectorOptions): Collector {
  requireSoundOptions(options);
  const parts = createParts(options);
  const { live, log, events, refused, sender, metrics, ending } = parts;
  const app = new Hono();
  app.use(measureRequests(metrics), dropUnsentBody);
  limitAsking(app, parts);
  mountPublicRoutes(app, parts, options.pageDirectory ?? defaultPageDirectory());
  mountGuardedRoutes(app, parts);
  app.notFound(() => errorAnswer(noSuchRoute));
  app.onError((error) => {
    log.trouble("request", error);
    return errorAnswer({ status: 500, code: "internal-error", message: "The request failed." });
  });
  return {
    app,
    async sendPingIfDue() {
      await sender?.sendIfDue();
    },
    async close() {
      live.close();
    },
    async finish() {
      await Promise.all([refused.close(), events?.close()]);
      ending.abort();
    },
  };
}

/** Limits what is asked for as well; where clients post to, browsers must be told first that they may read a refusal. */
function limitAsking(app: Hono, { ingestion, limitHealth }: CollectorParts): void {
  const { limitRate } = ingestion;
  if (limitRate === undefined || limitHealth === undefined) return;
  const asked = [...guardedPaths, sessionPath, pagePath, openApiPath, uninstallPath];
  for (const path of asked) app.use(`${path}/*`, limitRate);
  app.use(paths.health, limitHealth);
}

/** What clients post to, whether the instance is well, and the page, which holds no data. */
function mountPublicRoutes(app: Hono, parts: CollectorParts, pageDirectory: string): void {
  const { store, clock, ingestion, errorReports, access, metrics } = parts;
  app.route("/", createIngestRoutes(ingestion));
  app.route("/", createLogsRoutes(ingestion));
  app.route("/", createGraphQLRoutes(ingestion));
  app.route("/", createErrorRoutes({ ...ingestion, store, clock, forwarder: errorReports }));
  app.route("/", createHealthRoutes(store));
  app.route(sessionPath, createSessionRoutes(access));
  app.route("/", createOpenApiRoutes());
  app.route("/", createUninstallRoutes(metrics));
  app.route(pagePath, createPageRoutes(pageDirectory));
}

/** What is for the administrator. */
function mountGuardedRoutes(app: Hono, parts: CollectorParts): void {
  const { store, clock, live, metrics, errorReports, events, archive, pingUrl } = parts;
  const guard = requireAdmin(parts.access);
  for (const path of guardedPaths) app.use(`${path}/*`, guard, answerPrivately);
  app.route("/", createMetricsRoutes(metrics));
  app.route(`${analyticsPath}/exports`, createExportRoutes({ store, clock }));
  app.route(analyticsPath, createAnalyticsRoutes({ store, clock, live, forwarder: errorReports }));
  app.route(pingPath, createPingRoutes({ archive, clock, url: pingUrl }));
  app.route(instancePath, createInstanceRoutes({ events, pingUrl, errorReports }));
}
