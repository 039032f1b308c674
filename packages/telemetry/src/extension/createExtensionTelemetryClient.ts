import { createBroadcastTabChannel } from "../browser/createBroadcastTabChannel.ts";
import type { BrowserTelemetryClientOptions } from "../browser/createBrowserTelemetryClient.ts";
import { createWebLocks } from "../browser/createWebLocks.ts";
import { createTelemetryClient } from "../createTelemetryClient.ts";
import type { TelemetryClient } from "../TelemetryClient.ts";
import { createInstanceTransport } from "../transport/createInstanceTransport.ts";
import { createExtensionStorage } from "./createExtensionStorage.ts";
import type { ExtensionStorageArea } from "./ExtensionStorageArea.ts";

/** What an extension says of itself, and where it keeps its queue. */
export interface ExtensionTelemetryClientOptions extends BrowserTelemetryClientOptions {
  /** `chrome.storage.local`, or `browser.storage.local`. */
  readonly area: ExtensionStorageArea;
}

/**
 * Makes the telemetry client of an extension's background worker. The browser may end the worker at any
 * moment; the next client that is made for the same instance goes on where this one was.
 *
 * @throws TypeError when an option would make every batch unacceptable.
 * @example
 * const client = createExtensionTelemetryClient({
 *   area: chrome.storage.local,
 *   instanceUrl: "https://sourcegraph.example.com",
 *   source: "CODEHOSTINTEGRATION",
 *   platform: "chrome-extension",
 *   client: { name: "browser-extension", version: chrome.runtime.getManifest().version },
 * });
 */
export function createExtensionTelemetryClient({
  area,
  ...options
}: ExtensionTelemetryClientOptions): TelemetryClient {
  const instanceUrl = options.instanceUrl.replace(/\/+$/, "");
  return createTelemetryClient({
    transport: createInstanceTransport(),
    ...options,
    instanceUrl,
    storage: createExtensionStorage({ area }),
    locks: createWebLocks(),
    channel: createBroadcastTabChannel(`action-telemetry:${instanceUrl}`),
  });
}
