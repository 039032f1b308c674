import type { ClientInfo } from "@action-telemetry/event-schema";
import type { ConsentState } from "../consent/ConsentState.ts";
import { createTelemetryClient } from "../createTelemetryClient.ts";
import type { ArgumentsPolicy } from "../recorder/ArgumentsPolicy.ts";
import type { TelemetryClient } from "../TelemetryClient.ts";
import { createInstanceTransport } from "../transport/createInstanceTransport.ts";
import type { Transport } from "../transport/Transport.ts";
import { createBroadcastTabChannel } from "./createBroadcastTabChannel.ts";
import { createIndexedDBStorage } from "./createIndexedDBStorage.ts";
import { createWebLocks } from "./createWebLocks.ts";
import { observePage } from "./observePage.ts";

/** What a page says of itself. */
export interface BrowserTelemetryClientOptions {
  /** The connected instance; a relative URL is one on the page's own origin. */
  readonly instanceUrl: string;
  /** `WEB`, or an application's own. */
  readonly source: string;
  /** `web`, or an application's own. */
  readonly platform: string;
  /** The program and its version. */
  readonly client: ClientInfo;
  /** What is known at the start; defaults to `unknown`, so that nothing leaves before a decision. */
  readonly consent?: ConsentState;
  /** Defaults to the instance's own endpoint. */
  readonly transport?: Transport;
  /**
   * Whether arguments may be logged at all, whatever actions opted in to: the policy of the application
   * or, as a function that is asked each time, of the instance. Default: true.
   */
  readonly allowArguments?: ArgumentsPolicy;
  /** Whether each execution is followed by a second event that says how it ended. Default: false. */
  readonly outcomes?: boolean;
}

/**
 * Makes the telemetry client of a page: its queue is in IndexedDB and shared by all tabs, one of which
 * sends at a time; what is left is sent when the page hides.
 *
 * @throws TypeError when an option would make every batch unacceptable.
 * @example
 * const client = createBrowserTelemetryClient({
 *   instanceUrl: "https://sourcegraph.example.com",
 *   source: "WEB",
 *   platform: "web",
 *   client: { name: "code-browser", version: "1.0.0" },
 * });
 * await client.consent.set("granted");
 */
export function createBrowserTelemetryClient(
  options: BrowserTelemetryClientOptions,
): TelemetryClient {
  const instanceUrl = new URL(options.instanceUrl, location.href).href.replace(/\/+$/, "");
  return createTelemetryClient({
    transport: createInstanceTransport(),
    ...options,
    instanceUrl,
    storage: createIndexedDBStorage(),
    locks: createWebLocks(),
    channel: createBroadcastTabChannel(`action-telemetry:${instanceUrl}`),
    lifecycle: observePage,
  });
}
