import type { UTMPlatform } from "@action-telemetry/code-hosts";
import type { RuntimeAPI } from "./WebExtensionAPI.ts";

/**
 * Which browser this is, by the scheme of the extension's own pages, which no setting of the person's
 * and no page can forge, as they can a user agent.
 */
export function detectPlatform(runtime: Pick<RuntimeAPI, "getURL">): UTMPlatform {
  const scheme = runtime.getURL("").replace(/:.*$/su, "");
  if (scheme === "moz-extension") return "firefox-extension";
  if (scheme === "safari-web-extension") return "safari-extension";
  return "chrome-extension";
}
