import type { UTMPlatform } from "@action-telemetry/code-hosts";

/** Characters that every browser accepts. */
const longest = 255;

/**
 * The page that the browser opens once the extension was removed, at the connected instance; empty,
 * which opens none, where telemetry is not allowed.
 */
export function uninstallURL(
  instanceURL: string,
  platform: UTMPlatform,
  isAllowed: boolean,
): string {
  if (!isAllowed) return "";
  const url = new URL(`${instanceURL}/uninstall`);
  url.searchParams.set("utm_source", platform);
  return url.href.length <= longest ? url.href : "";
}
