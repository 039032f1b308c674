import type { RateLimit } from "../limits/TokenBuckets.ts";
import type { Quotas } from "../limits/DailyQuotas.ts";
import type { ForwardSettings } from "../otlp/forward/ForwardSettings.ts";
import type { PingSettings } from "../ping/PingSettings.ts";

/** What the standalone collector runs with. */
export interface Configuration {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Where events live, see `openStore`. May hold a password. */
  readonly databaseURL: string;
  readonly adminToken: string | undefined;
  readonly allowedOrigins: readonly string[];
  /** Proxies whose word on the caller counts, by address or network. */
  readonly trustedProxies: readonly string[];
  /** Days for which events are kept; roll-ups stay. */
  readonly retentionDays: number;
  /** Requests of one address. */
  readonly rateLimit: RateLimit | undefined;
  /** Events of one user. */
  readonly userLimit: RateLimit | undefined;
  readonly quotas: Pick<Quotas, "names" | "users" | "networkUsers">;
  readonly ping: PingSettings;
  /** The project that error reports are forwarded to; absent: they are kept here. */
  readonly errorDsn: string | undefined;
  /** Where events are sent on to; absent: nowhere. */
  readonly forward: ForwardSettings | undefined;
}
