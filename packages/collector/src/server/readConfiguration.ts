import { isActionId, type Result } from "@action-telemetry/event-schema";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { RateLimit } from "../limits/TokenBuckets.ts";
import { isDsn } from "../errors/ErrorForwarder.ts";
import { isProxy } from "../http/TrustedProxies.ts";
import { defaultNetworkUsers, defaultQuotas } from "../limits/DailyQuotas.ts";
import { defaultFloor, isPingURL, leastFloor } from "../ping/PingSettings.ts";
import { checkStoreURL, storeExamples } from "../store/openStore.ts";
import type { Configuration } from "./Configuration.ts";
import { isLoopback } from "../http/isLoopback.ts";
import { parseForward } from "./parseForward.ts";
import { parseInteger, parseList } from "./parseValue.ts";

type Environment = Readonly<Record<string, string | undefined>>;

const minTokenLength = 16;

/**
 * Reads the configuration from environment variables. Everything that is wrong is said at once, one
 * sentence each; secrets are never repeated.
 */
export function readConfiguration(environment: Environment): Result<Configuration, string[]> {
  const problems: string[] = [];
  const take = <T>(result: Result<T, string>, fallback: T): T => {
    if (result.ok) return result.value;
    problems.push(result.error);
    return fallback;
  };
  const value = (name: string) => environment[name]?.trim() || undefined;
  const integer = (name: string, fallback: number, least: number, most: number) =>
    take(parseInteger(name, value(name), fallback, least, most), fallback);
  const list = (name: string, expected: string, isSound: (entry: string) => boolean) =>
    take(parseList(name, value(name), expected, isSound), []);

  const host = value("HOST") ?? "127.0.0.1";
  const adminToken = value("ADMIN_TOKEN");
  problems.push(...checkToken(adminToken, host));
  const perSecond = integer("RATE_LIMIT", 200, 0, 1_000_000);
  const eventsPerSecond = integer("USER_RATE_LIMIT", 100, 0, 1_000_000);
  const users = integer("DAILY_USERS", defaultQuotas.users, 1, 1e8);
  const configuration: Configuration = {
    host,
    port: integer("PORT", 7080, 0, 65_535),
    databaseURL: take(parseDatabase(value("DATABASE_URL"), dataDirectory(value)), ""),
    adminToken,
    allowedOrigins: list(
      "ALLOWED_ORIGINS",
      "must be origins such as https://app.example.com",
      isOrigin,
    ),
    trustedProxies: list(
      "TRUSTED_PROXY",
      "must list addresses or networks such as 10.0.0.0/8",
      isProxy,
    ),
    retentionDays: integer("RETENTION_DAYS", 93, 1, 3650),
    rateLimit: toRateLimit(perSecond, 5),
    // Without the one there is no use in the other.
    userLimit: perSecond === 0 ? undefined : toRateLimit(eventsPerSecond, 200),
    quotas: {
      names: integer("DAILY_NAMES", defaultQuotas.names, 1, 1e6),
      users,
      networkUsers: integer("DAILY_USERS_PER_NETWORK", defaultNetworkUsers(users), 1, 1e8),
    },
    ping: {
      url: take(parsePingURL(value("PING_URL")), undefined),
      floor: integer("PING_FLOOR", defaultFloor, leastFloor, 1000),
      publicActions: list("PING_ACTIONS", "must list action IDs", isActionId),
    },
    errorDsn: take(parseDsn(value("SENTRY_DSN")), undefined),
    forward: take(
      parseForward(value("OTLP_FORWARD_URL"), value("OTLP_FORWARD_HEADERS")),
      undefined,
    ),
  };
  return problems.length === 0
    ? { ok: true, value: configuration }
    : { ok: false, error: problems };
}

function checkToken(token: string | undefined, host: string): readonly string[] {
  if (token === undefined) {
    return isLoopback(host)
      ? []
      : [
          `HOST is ${host}, which others can reach, and there is no ADMIN_TOKEN: everybody could read the analytics. Set ADMIN_TOKEN, or leave HOST at 127.0.0.1.`,
        ];
  }
  return token.length >= minTokenLength && /^\S+$/.test(token)
    ? []
    : [
        `ADMIN_TOKEN must have at least ${minTokenLength} characters without white space, or it can be guessed. Make one with: openssl rand -base64 32`,
      ];
}

/** @param seconds - How many seconds' worth may come at once. */
function toRateLimit(perSecond: number, seconds: number): RateLimit | undefined {
  return perSecond === 0 ? undefined : { perSecond, burst: perSecond * seconds };
}

function dataDirectory(value: (name: string) => string | undefined): string {
  const share = value("XDG_DATA_HOME") ?? join(homedir(), ".local", "share");
  return resolve(value("DATA_DIR") ?? join(share, "action-telemetry"));
}

function parseDatabase(text: string | undefined, directory: string): Result<string, string> {
  if (text === undefined) {
    return { ok: true, value: pathToFileURL(join(directory, "events.db")).href };
  }
  const url = checkStoreURL(text);
  return url.ok
    ? url
    : {
        ok: false,
        error:
          `DATABASE_URL ${url.error}. Use ${storeExamples}, ` +
          "or leave it out: then the embedded database lives under DATA_DIR.",
      };
}

function parsePingURL(text: string | undefined): Result<string | undefined, string> {
  // It may hold a token in its path, so it is not repeated.
  return text === undefined || isPingURL(text)
    ? { ok: true, value: text }
    : {
        ok: false,
        error: "PING_URL must be an https address without a user name or password.",
      };
}

function parseDsn(text: string | undefined): Result<string | undefined, string> {
  // It holds a key, so it is not repeated.
  return text === undefined || isDsn(text)
    ? { ok: true, value: text }
    : {
        ok: false,
        error:
          "SENTRY_DSN must be the address of a project, such as https://key@sentry.example.com/7.",
      };
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}
