const patternParts = /^(\*|https?):\/\/(\*|(?:\*\.)?[^/*]+)\/\*$/u;

/**
 * Whether an origin is one that a match pattern means. Only patterns for whole origins are understood,
 * as permissions are granted; any other means nothing.
 */
export function matchesPattern(origin: string, pattern: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { protocol, hostname } = new URL(origin);
  if (protocol !== "http:" && protocol !== "https:") return false;
  if (pattern === "<all_urls>") return true;
  const [, scheme, host] = patternParts.exec(pattern) ?? [];
  if (scheme === undefined || host === undefined) return false;
  if (scheme !== "*" && `${scheme}:` !== protocol) return false;
  // A pattern means every port of its host, unless it names one.
  const named = host.replace(/:\d+$/u, "");
  if (named === "*") return true;
  if (!named.startsWith("*.")) return hostname === named;
  return hostname === named.slice(2) || hostname.endsWith(named.slice(1));
}
