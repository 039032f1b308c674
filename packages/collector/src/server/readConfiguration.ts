import { isActionId, type Result } from "@action-telemetry/event-schema";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { RateLimit } from "../http/TokenBuckets.ts";
import { isDsn } from "../errors/ErrorForwarder.ts";
import { isProxy } from "../http/TrustedProxies.ts";
import { defaultQuotas } from "../limits/DailyQuotas.ts";
import { defaultFloor, leastFloor } from "../ping/PingSettings.ts";
import { checkStoreURL, storeExamples } from "../store/openStore.ts";
import type { Configuration } from "./Configuration.ts";
import { isLoopback } from "./isLoopback.ts";

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

  const host = value("HOST") ?? "127.0.0.1";
  const adminToken = value("ADMIN_TOKEN");
  if (adminToken !== undefined && !isStrongToken(adminToken)) {
    problems.push(
      `ADMIN_TOKEN must have at least ${minTokenLength} characters without white space, or it can be guessed. Make one with: openssl rand -base64 32`,
    );
  }
  if (adminToken === undefined && !isLoopback(host)) {
    problems.push(
      `HOST is ${host}, which others can reach, and there is no ADMIN_TOKEN: everybody could read the analytics. Set ADMIN_TOKEN, or leave HOST at 127.0.0.1.`,
    );
  }
  const perSecond = take(parseInteger("RATE_LIMIT", value("RATE_LIMIT"), 200, 0, 1_000_000), 200);
  const eventsPerSecond = take(
    parseInteger("USER_RATE_LIMIT", value("USER_RATE_LIMIT"), 100, 0, 1_000_000),
    100,
  );
  const configuration: Configuration = {
    host,
    port: take(parseInteger("PORT", value("PORT"), 7080, 0, 65_535), 0),
    databaseURL: take(parseDatabase(value("DATABASE_URL"), dataDirectory(value)), ""),
    adminToken,
    allowedOrigins: take(parseOrigins(value("ALLOWED_ORIGINS")), []),
    trustedProxies: take(parseProxies(value("TRUSTED_PROXY")), []),
    retentionDays: take(parseInteger("RETENTION_DAYS", value("RETENTION_DAYS"), 93, 1, 3650), 93),
    rateLimit: toRateLimit(perSecond, 5),
    // Without the one there is no use in the other.
    userLimit: perSecond === 0 ? undefined : toRateLimit(eventsPerSecond, 200),
    quotas: {
      names: take(
        parseInteger("DAILY_NAMES", value("DAILY_NAMES"), defaultQuotas.names, 1, 1e6),
        1,
      ),
      users: take(
        parseInteger("DAILY_USERS", value("DAILY_USERS"), defaultQuotas.users, 1, 1e8),
        1,
      ),
    },
    ping: {
      url: take(parsePingURL(value("PING_URL")), undefined),
      floor: take(
        parseInteger("PING_FLOOR", value("PING_FLOOR"), defaultFloor, leastFloor, 1000),
        defaultFloor,
      ),
      publicActions: take(parseActions(value("PING_ACTIONS")), []),
    },
    errorDsn: take(parseDsn(value("SENTRY_DSN")), undefined),
  };
  return problems.length === 0
    ? { ok: true, value: configuration }
    : { ok: false, error: problems };
}

function isStrongToken(token: string): boolean {
  return token.length >= minTokenLength && /^\S+$/.test(token);
}

/** @param seconds - How many seconds' worth may come at once. */
function toRateLimit(perSecond: number, seconds: number): RateLimit | undefined {
  return perSecond === 0 ? undefined : { perSecond, burst: perSecond * seconds };
}

function parseInteger(
  name: string,
  text: string | undefined,
  fallback: number,
  least: number,
  most: number,
): Result<number, string> {
  if (text === undefined) return { ok: true, value: fallback };
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  return number >= least && number <= most
    ? { ok: true, value: number }
    : {
        ok: false,
        error: `${name} must be a whole number from ${least} to ${most}, got ${JSON.stringify(text)}.`,
      };
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
  if (text === undefined) return { ok: true, value: undefined };
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isSound = url?.protocol === "https:" && url.username === "" && url.password === "";
  // It may hold a token in its path, so it is not repeated.
  return isSound
    ? { ok: true, value: url.href }
    : { ok: false, error: "PING_URL must be an https address without a user name or password." };
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

function parseProxies(text: string | undefined): Result<readonly string[], string> {
  const entries = splitList(text);
  const wrong = entries.find((entry) => !isProxy(entry));
  return wrong === undefined
    ? { ok: true, value: entries }
    : {
        ok: false,
        error: `TRUSTED_PROXY must list addresses or networks such as 10.0.0.0/8, separated by commas; ${JSON.stringify(wrong)} is none.`,
      };
}

function splitList(text: string | undefined): readonly string[] {
  return (text ?? "").split(",").flatMap((entry) => entry.trim() || []);
}

function parseActions(text: string | undefined): Result<readonly string[], string> {
  const ids = splitList(text);
  const wrong = ids.find((id) => !isActionId(id));
  return wrong === undefined
    ? { ok: true, value: ids }
    : {
        ok: false,
        error: `PING_ACTIONS must list action IDs, separated by commas; ${JSON.stringify(wrong)} is none.`,
      };
}

function parseOrigins(text: string | undefined): Result<readonly string[], string> {
  const origins = splitList(text);
  const wrong = origins.find((entry) => !URL.canParse(entry) || new URL(entry).origin !== entry);
  return wrong === undefined
    ? { ok: true, value: origins }
    : {
        ok: false,
        error: `ALLOWED_ORIGINS must list origins such as https://app.example.com, separated by commas; ${JSON.stringify(wrong)} is none.`,
      };
}
