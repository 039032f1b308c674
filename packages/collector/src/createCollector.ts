import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import { LiveStreams } from "./analytics/LiveStreams.ts";
import { analyticsPath, createAnalyticsRoutes } from "./analytics/createAnalyticsRoutes.ts";
import { createErrorRoutes } from "./errors/createErrorRoutes.ts";
import { ErrorForwarder } from "./errors/ErrorForwarder.ts";
import { createExportRoutes } from "./export/createExportRoutes.ts";
import { createHealthRoutes } from "./http/createHealthRoutes.ts";
import { createIngestRoutes } from "./http/createIngestRoutes.ts";
import { createPageRoutes, pagePath } from "./http/createPageRoutes.ts";
import { defaultPageDirectory } from "./http/PageFiles.ts";
import { errorAnswer } from "./http/errorAnswer.ts";
import { rateLimit } from "./http/rateLimit.ts";
import { noSuchRoute } from "./http/refusals.ts";
import type { RateLimit } from "./http/TokenBuckets.ts";
import { TrustedProxies } from "./http/TrustedProxies.ts";
import { Admission } from "./limits/Admission.ts";
import type { Quotas } from "./limits/DailyQuotas.ts";
import { type Log, silentLog } from "./log/Log.ts";
import { reportStoreTrouble } from "./log/reportStoreTrouble.ts";
import { createInstanceRoutes, instancePath } from "./http/createInstanceRoutes.ts";
import { EventForwarder } from "./otlp/forward/EventForwarder.ts";
import { forwardAppends } from "./otlp/forward/forwardAppends.ts";
import { type ForwardSettings, isForwardURL } from "./otlp/forward/ForwardSettings.ts";
import { createMetricsRoutes, metricsPath } from "./metrics/createMetricsRoutes.ts";
import { measureAppends } from "./metrics/measureAppends.ts";
import { measureRequests } from "./metrics/measureRequests.ts";
import { Metrics } from "./metrics/Metrics.ts";
import { createOpenApiRoutes } from "./openapi/createOpenApiRoutes.ts";
import { createLogsRoutes } from "./otlp/createLogsRoutes.ts";
import { PingArchive } from "./ping/PingArchive.ts";
import { PingSender } from "./ping/PingSender.ts";
import { defaultFloor, type PingSettings } from "./ping/PingSettings.ts";
import { publicNames } from "./ping/PublicNames.ts";
import { createPingRoutes, pingPath } from "./ping/createPingRoutes.ts";
import { createAdminAccess } from "./sessions/AdminAccess.ts";
import { createSessionRoutes, sessionPath } from "./sessions/createSessionRoutes.ts";
import { requireAdmin } from "./sessions/requireAdmin.ts";
import { createGraphQLRoutes } from "./sourcegraph/createGraphQLRoutes.ts";
import type { EventStore } from "./store/EventStore.ts";
import { type Clock, systemClock } from "./time/Clock.ts";

/** What a collector is made of. */
export interface CollectorOptions {
  /** Where events live. Stays the caller's: `close` does not close it. */
  readonly store: EventStore;
  /** @default the clock of this machine */
  readonly clock?: Clock;
  /** Guards the analytics. Without one they answer on loopback names only. */
  readonly adminToken?: string | undefined;
  /**
   * Origins whose pages may send from a browser, besides the collector's own: scheme, host and port
   * as browsers write them (`https://app.example.com`).
   *
   * @default none
   */
  readonly allowedOrigins?: readonly string[];
  /**
   * Proxies before this collector, by address or network (`10.0.0.0/8`): whose `X-Forwarded-…` headers say who asks.
   *
   * @default none: such headers are not read
   */
  readonly trustedProxies?: readonly string[];
  /** Requests of one address to the routes that clients post to. Absent: no limit. */
  readonly rateLimit?: RateLimit | undefined;
  /** Events of one `anonymizedUserId`. Absent: no limit. */
  readonly userLimit?: RateLimit | undefined;
  /** What comes in on one day of what is not known, lest nonsense fill the database. @default `defaultQuotas` */
  readonly quotas?: Partial<Quotas> | undefined;
  /** What of the ping is up to the administrator. */
  readonly ping?: PingSettings;
  /**
   * The project that error reports are forwarded to, as Sentry gives it out. Absent: the last thousand are kept here.
   */
  readonly errorDsn?: string | undefined;
  /** Where every event is sent on to once it is stored, by OTLP/HTTP. Absent: nowhere. */
  readonly forward?: ForwardSettings | undefined;
  /** What the administrator is told. @default nothing */
  readonly log?: Log;
  /** Where the built page is. @default `dist/page` of this package */
  readonly pageDirectory?: string;
}

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
  /** Sends on what was stored last; to be called when the server has closed. Takes a second at most. */
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
  const { adminToken, clock = systemClock, allowedOrigins = [], log = silentLog } = options;
  const store = reportStoreTrouble(options.store, log);
  for (const origin of allowedOrigins) requireOrigin(origin);
  if (options.forward !== undefined) requireForwardURL(options.forward.url);
  const live = new LiveStreams(store);
  const { errorDsn: dsn, forward } = options;
  const forwarder = dsn === undefined ? undefined : new ErrorForwarder({ dsn, clock });
  const metrics = new Metrics();
  const onResult = metrics.addForwarded.bind(metrics);
  const events = forward && new EventForwarder({ ...forward, clock, onResult });
  const proxies = new TrustedProxies(options.trustedProxies);
  const access = createAdminAccess({ adminToken, clock, proxies });
  const guard = requireAdmin(access);
  const app = new Hono();
  app.use(measureRequests(metrics));
  const { rateLimit: limit } = options;
  const limitRate = limit && rateLimit(limit, clock, proxies);
  const posting = { clock, allowedOrigins, limitRate };
  const { userLimit, quotas } = options;
  const ingestion = {
    ...posting,
    admission: new Admission({ store, clock, userLimit, quotas }),
    store: measureAppends(events ? forwardAppends(store, events) : store, metrics),
    onStored: () => live.announce(),
  };
  app.route("/", createIngestRoutes(ingestion));
  app.route("/", createLogsRoutes(ingestion));
  app.route("/", createGraphQLRoutes(ingestion));
  app.route("/", createHealthRoutes(store));
  for (const path of guardedPaths) app.use(`${path}/*`, guard);
  app.route("/", createMetricsRoutes(metrics));
  app.route(`${analyticsPath}/exports`, createExportRoutes({ store, clock }));
  app.route(analyticsPath, createAnalyticsRoutes({ store, clock, live, forwarder }));
  const { url, floor = defaultFloor, publicActions = [] } = options.ping ?? {};
  const archive = new PingArchive({ store, names: publicNames(publicActions), floor });
  const holder = randomUUID();
  const sender =
    url === undefined ? undefined : new PingSender({ archive, store, url, clock, holder, log });
  app.route(pingPath, createPingRoutes({ archive, clock, url }));
  app.route(instancePath, createInstanceRoutes({ events, pingUrl: url, errorReports: forwarder }));
  app.route("/", createErrorRoutes({ ...posting, store, forwarder }));
  app.route(sessionPath, createSessionRoutes(access));
  app.route("/", createOpenApiRoutes());
  app.route(pagePath, createPageRoutes(options.pageDirectory ?? defaultPageDirectory()));
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
      await events?.close();
    },
  };
}

function requireOrigin(origin: string): void {
  if (URL.canParse(origin) && new URL(origin).origin === origin) return;
  throw new Error(
    `@action-telemetry/collector: Expected every entry of \`allowedOrigins\` to be an origin, got ${JSON.stringify(origin)}. ` +
      "Origins are compared letter by letter, so that this one would never match. " +
      "Write scheme and host (and port) only, such as https://app.example.com.",
  );
}

function requireForwardURL(url: string): void {
  if (isForwardURL(url)) return;
  throw new Error(
    "@action-telemetry/collector: Expected `forward.url` to be an http or https address without a user name. " +
      "Events could go nowhere. Write the address that takes logs, such as https://otel.example.com/v1/logs.",
  );
}
