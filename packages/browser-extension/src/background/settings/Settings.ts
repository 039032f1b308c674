import type { JsonObject } from "@action-telemetry/event-schema";

/** What the person has set, and what has to outlive the worker. */
export interface Settings {
  /** The on/off switch. */
  readonly enabled: boolean;
  /** The connected instance: http or https, perhaps with a base path, no slash at the end. */
  readonly instanceURL: string;
  /** Instances that were connected before, latest first, at most ten. */
  readonly previousURLs: readonly string[];
  /** The extension's own `Send telemetry`; where the browser has a permission for it, that counts. */
  readonly sendTelemetry: "unset" | "on" | "off";
  readonly allowErrorReporting: boolean;
  /** Whether the first-run page was answered. */
  readonly firstRunDone: boolean;
  /** The settings of extensions by key; at most 64 KiB of JSON. */
  readonly configuration: JsonObject;
  /** The version of the extension that ran last; absent before the first one has. */
  readonly lastVersion?: string;
  /** What the extension has yet to report of itself, and the ID of that event. */
  readonly pendingSignal?:
    | { readonly name: "installed" | "updated"; readonly id: string }
    | undefined;
  /** What is stored could not be read: telemetry is off until the person restores the settings. */
  readonly isDamaged: boolean;
}
