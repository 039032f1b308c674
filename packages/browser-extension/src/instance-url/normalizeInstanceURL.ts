import { parseInstanceURL } from "@action-telemetry/code-hosts";
import { isInstanceURL, type Result } from "@action-telemetry/event-schema";

const localHosts: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Makes the address of an instance of what a person typed: `https` where no scheme was typed, without
 * query, fragment and slashes at its end. Without encryption only this computer may be addressed.
 */
export function normalizeInstanceURL(typed: string): Result<string, "malformed" | "needs-https"> {
  const text = typed.trim();
  // `host:3080` would parse as a scheme.
  const url = parseInstanceURL(/^[a-z][a-z0-9+.-]*:\/\//iu.test(text) ? text : `https://${text}`);
  if (url === undefined) return { ok: false, error: "malformed" };
  const isLocal = localHosts.has(url.hostname) || url.hostname.endsWith(".localhost");
  if (url.protocol === "http:" && !isLocal) return { ok: false, error: "needs-https" };
  const href = url.href.replace(/(?<!\/)\/+$/u, "");
  return isInstanceURL(href) ? { ok: true, value: href } : { ok: false, error: "malformed" };
}
