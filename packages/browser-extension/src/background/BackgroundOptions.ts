import type { Clock, FetchLike } from "@action-telemetry/telemetry";
import type { ExtensionStorageArea } from "@action-telemetry/telemetry/extension";
import type { WebExtensionAPI } from "../browser/WebExtensionAPI.ts";
import type { CreateReporting } from "./errors/createReportingHost.ts";
import type { CreateClient } from "./client/createClientHost.ts";

/** Everything that the worker needs of its surroundings. */
export interface BackgroundOptions {
  readonly browser: WebExtensionAPI;
  /** Where settings, queue and anonymous ID are kept, out of reach of content scripts. */
  readonly area: ExtensionStorageArea;
  /** Where events wait until consent is known: in memory, and yet longer than the worker. */
  readonly waitingArea: ExtensionStorageArea | undefined;
  readonly createClient: CreateClient;
  /** Erases everything that is kept for an instance that is not connected. */
  readonly eraseInstance: (instanceURL: string) => Promise<void>;
  /** Makes what reports errors to an instance; it begins with that consent. */
  readonly createReporting: CreateReporting;
  readonly fetch: FetchLike;
  readonly clock: Clock;
  /** Whether the browser says that its person objects to data being sold or shared. */
  readonly globalPrivacyControl: boolean;
}
