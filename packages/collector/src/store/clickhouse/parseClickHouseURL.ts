import type { Result } from "@action-telemetry/event-schema";

/** How to reach the database of one shard. */
export interface ClickHouseAddress {
  /** `http:` or `https:`, host and port. */
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

const schemes: Readonly<Record<string, { readonly protocol: string; readonly port: number }>> = {
  "clickhouse:": { protocol: "http", port: 8123 },
  "clickhouses:": { protocol: "https", port: 8443 },
};

/**
 * Reads an address such as `clickhouse://user:password@host:8123/database`, or `clickhouses://` for HTTPS. Where several
 * servers share the events, the others follow in their order as `?shard=host:8123&shard=host:8123`. The error repeats
 * nothing that could be a secret.
 */
export function parseClickHouseURL(text: string): Result<readonly ClickHouseAddress[], string> {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const scheme = url && schemes[url.protocol];
  if (url === undefined || scheme === undefined || url.hostname === "") {
    const example = "clickhouse://user:password@host:8123/database";
    return { ok: false, error: `is not an address such as ${example}` };
  }
  const database = decode(url.pathname.slice(1));
  if (database === "") return { ok: false, error: "names no database" };
  const unknown = [...url.searchParams.keys()].find((name) => name !== "shard");
  if (unknown !== undefined) {
    return { ok: false, error: `has the parameter ${JSON.stringify(unknown)}, known is shard` };
  }
  const hosts = [url.host, ...url.searchParams.getAll("shard")].map((host) =>
    /:\d+$/u.test(host) ? host : `${host}:${scheme.port}`,
  );
  const isHost = (host: string) => /^[\w.:[\]-]+$/u.test(host) && URL.canParse(`http://${host}`);
  if (!hosts.every(isHost)) return { ok: false, error: "names a shard that is no host" };
  if (new Set(hosts).size < hosts.length) return { ok: false, error: "names a host twice" };
  const user = decode(url.username) || "default";
  const password = decode(url.password);
  return {
    ok: true,
    value: hosts.map((host) => ({ url: `${scheme.protocol}://${host}`, user, password, database })),
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
