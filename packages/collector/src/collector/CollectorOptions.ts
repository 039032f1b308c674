import type { RateLimit } from "../limits/TokenBuckets.ts";
import type { Quotas } from "../limits/DailyQuotas.ts";
import type { Log } from "../log/Log.ts";
import { type ForwardSettings, isForwardURL } from "../otlp/forward/ForwardSettings.ts";
import { isPingURL, leastFloor, type PingSettings } from "../ping/PingSettings.ts";
import type { EventStore } from "../store/EventStore.ts";
import type { Clock } from "../time/Clock.ts";

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

/**
 * Checks what the types cannot say.
 *
 * @throws Error that says what is wrong, why it matters and how to mend it.
 */
export function requireSoundOptions({
  allowedOrigins = [],
  forward,
  ping,
}: CollectorOptions): void {
  for (const origin of allowedOrigins) requireOrigin(origin);
  if (forward !== undefined) requireForwardURL(forward.url);
  requirePing(ping ?? {});
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

function requirePing({ url, floor = leastFloor }: PingSettings): void {
  if (url !== undefined && !isPingURL(url)) {
    throw new Error(
      "@action-telemetry/collector: Expected `ping.url` to be an https address without a user name or password. " +
        "Whoever is on the way could read or change the ping. Use https, such as https://pings.example.com/.",
    );
  }
  if (Number.isInteger(floor) && floor >= leastFloor) return;
  throw new Error(
    `@action-telemetry/collector: Expected \`ping.floor\` to be a whole number from ${leastFloor}, got ${floor}. ` +
      "A number that stands for fewer people tells of each of them. Choose 5 or more, or leave it out.",
  );
}
