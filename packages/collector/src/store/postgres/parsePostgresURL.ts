import { readFileSync } from "node:fs";
import { isIP } from "node:net";
import type { ConnectionOptions } from "node:tls";
import type { Result } from "@action-telemetry/event-schema";
import type { ClientConfig } from "pg";

/** How to reach a database, in the terms of `pg`. */
export type PostgresAddress = Pick<
  ClientConfig,
  "host" | "port" | "user" | "password" | "database" | "ssl" | "options"
>;

const defaultPort = 5432;

/** What an address may say after its question mark. */
const knownParameters: readonly string[] = ["sslmode", "sslrootcert", "host", "options"];

const sslModes = ["disable", "require", "verify-ca", "verify-full"] as const;

/**
 * Reads an address such as `postgres://user:password@host:5432/database?sslmode=verify-full`. Parameters mean what they
 * mean to `psql`: `sslmode` (`disable`, `require`, `verify-ca`, `verify-full`), `sslrootcert` (a file), `host` (the folder of
 * a socket) and `options`. The error repeats nothing that could be a secret.
 */
export function parsePostgresURL(text: string): Result<PostgresAddress, string> {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^postgres(?:ql)?:$/u.test(url.protocol)) {
    return { ok: false, error: "is not an address such as postgres://user:password@host/database" };
  }
  const parameters = url.searchParams;
  const unknown = [...parameters.keys()].find((name) => !knownParameters.includes(name));
  if (unknown !== undefined) {
    const known = knownParameters.join(", ");
    return { ok: false, error: `has the parameter ${JSON.stringify(unknown)}, known are ${known}` };
  }
  const hostname = url.hostname.replace(/^\[(.*)\]$/u, "$1");
  const ssl = readTLS(parameters, hostname);
  if (!ssl.ok) return ssl;
  const host = parameters.get("host") ?? hostname;
  const database = decode(url.pathname.slice(1));
  if (host === "" || database === "") {
    return { ok: false, error: `names no ${host === "" ? "host" : "database"}` };
  }
  const options = parameters.get("options");
  const address: PostgresAddress = {
    host,
    port: url.port === "" ? defaultPort : Number(url.port),
    database,
    ssl: ssl.value,
    ...(url.username !== "" && { user: decode(url.username) }),
    ...(url.password !== "" && { password: decode(url.password) }),
    ...(options !== null && { options }),
  };
  return { ok: true, value: address };
}

function readTLS(
  parameters: URLSearchParams,
  hostname: string,
): Result<NonNullable<ClientConfig["ssl"]>, string> {
  const mode = sslModes.find((known) => known === (parameters.get("sslmode") ?? "disable"));
  if (mode === undefined) {
    return { ok: false, error: `has an sslmode that is none of ${sslModes.join(", ")}` };
  }
  if (mode === "disable") return { ok: true, value: false };
  if (mode === "require") return { ok: true, value: { rejectUnauthorized: false } };
  const file = parameters.get("sslrootcert");
  const ca = file === null ? undefined : readFile(file);
  if (file !== null && ca === undefined) {
    return { ok: false, error: "names an sslrootcert that cannot be read" };
  }
  return {
    ok: true,
    value: {
      rejectUnauthorized: true,
      ...(ca !== undefined && { ca }),
      ...(mode === "verify-ca" ? { checkServerIdentity: () => undefined } : namedBy(hostname)),
    },
  };
}

/** Whose certificate it has to be: TLS has no server names that are addresses. */
function namedBy(host: string): ConnectionOptions {
  return isIP(host) === 0 ? { servername: host } : { host };
}

function readFile(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
