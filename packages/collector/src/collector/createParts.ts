import { randomUUID } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import { LiveStreams } from "../analytics/LiveStreams.ts";
import type { CollectorOptions } from "./CollectorOptions.ts";
import { ErrorForwarder } from "../errors/ErrorForwarder.ts";
import type { IngestRoutesOptions } from "../ingest/createIngestRoutes.ts";
import { rateLimit } from "../limits/rateLimit.ts";
import { TrustedProxies } from "../http/TrustedProxies.ts";
import { RefusedCounts } from "../ingest/RefusedCounts.ts";
import { Admission } from "../limits/Admission.ts";
import { type Log, silentLog } from "../log/Log.ts";
import { reportStoreTrouble } from "../log/reportStoreTrouble.ts";
import { measureAppends } from "../metrics/measureAppends.ts";
import { Metrics } from "../metrics/Metrics.ts";
import { EventForwarder } from "../otlp/forward/EventForwarder.ts";
import { forwardAppends } from "../otlp/forward/forwardAppends.ts";
import { PingArchive } from "../ping/PingArchive.ts";
import { PingSender } from "../ping/PingSender.ts";
import { defaultFloor } from "../ping/PingSettings.ts";
import { publicNames } from "../ping/PublicNames.ts";
import { type AdminAccess, createAdminAccess } from "../sessions/AdminAccess.ts";
import type { EventStore } from "../store/EventStore.ts";
import { type Clock, systemClock } from "../time/Clock.ts";

/** What the routes of a collector work with. */
export interface CollectorParts {
  /** Whose failures are noted in the log. */
  readonly store: EventStore;
  /** To be aborted before the store is closed. */
  readonly ending: AbortController;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly live: LiveStreams;
  readonly access: AdminAccess;
  /** Whether the instance is well may be asked for as often as anything else, however much else is: of its own account. */
  readonly limitHealth: MiddlewareHandler | undefined;
  /** What everything that clients post goes through. */
  readonly ingestion: IngestRoutesOptions;
  /** To be closed before the store is. */
  readonly refused: RefusedCounts;
  /** Sends stored events on. Absent: nobody does. */
  readonly events: EventForwarder | undefined;
  /** Sends error reports on. Absent: they are kept. */
  readonly errorReports: ErrorForwarder | undefined;
  readonly archive: PingArchive;
  /** Where pings go. Absent: nowhere, and there is no sender. */
  readonly pingUrl: string | undefined;
  readonly sender: PingSender | undefined;
}

/** Makes the parts of a collector from options that are sound. */
export function createParts(options: CollectorOptions): CollectorParts {
  const { adminToken, clock = systemClock, log = silentLog, errorDsn: dsn, forward } = options;
  const ending = new AbortController();
  const store = reportStoreTrouble(options.store, log, ending.signal);
  const metrics = new Metrics();
  const live = new LiveStreams(store);
  const proxies = new TrustedProxies(options.trustedProxies);
  const onResult = metrics.addForwarded.bind(metrics);
  const events = forward && new EventForwarder({ ...forward, clock, onResult });
  const refused = new RefusedCounts(events ? forwardAppends(store, events) : store);
  const { rateLimit: limit, userLimit, quotas, allowedOrigins = [] } = options;
  return {
    store,
    ending,
    clock,
    log,
    metrics,
    live,
    events,
    access: createAdminAccess({ adminToken, clock, proxies }),
    errorReports: dsn === undefined ? undefined : new ErrorForwarder({ dsn, clock }),
    limitHealth: limit && rateLimit(limit, clock, proxies),
    ingestion: {
      clock,
      allowedOrigins,
      proxies,
      limitRate: limit && rateLimit(limit, clock, proxies),
      admission: new Admission({ store, clock, userLimit, quotas }),
      store: measureAppends(refused, metrics),
      onStored: () => live.announce(),
    },
    refused,
    ...createPingParts(options, { store, clock, log }),
  };
}

function createPingParts(
  { ping = {} }: CollectorOptions,
  { store, clock, log }: Pick<CollectorParts, "store" | "clock" | "log">,
): Pick<CollectorParts, "archive" | "pingUrl" | "sender"> {
  const { url, floor = defaultFloor, publicActions = [] } = ping;
  const archive = new PingArchive({ store, names: publicNames(publicActions), floor });
  if (url === undefined) return { archive, pingUrl: undefined, sender: undefined };
  const sender = new PingSender({ archive, store, url, clock, holder: randomUUID(), log });
  return { archive, pingUrl: url, sender };
}
