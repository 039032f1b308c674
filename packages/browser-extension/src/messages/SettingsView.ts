import type { ConsentState } from "@action-telemetry/telemetry";
import type { UTMPlatform } from "@action-telemetry/code-hosts";
import type { Session } from "./ExtensionState.ts";

/** Everything the options page shows of the settings. */
export interface SettingsView {
  readonly enabled: boolean;
  readonly instanceURL: string;
  /** The instance that is connected when the person chose none. */
  readonly publicURL: string;
  /** Other instances that were connected before, latest first. */
  readonly previousURLs: readonly string[];
  readonly session: Session;
  readonly sendTelemetry: {
    readonly isOn: boolean;
    /** Whether the browser's own permission is the setting, to be asked for by a gesture. */
    readonly isBuiltIn: boolean;
    /** Whether it makes a difference. */
    readonly canChange: boolean;
    /** What follows from it, from the instance and from the policy. */
    readonly state: ConsentState;
    /** Why, in words for the person. */
    readonly reason: string;
  };
  readonly allowErrorReporting: boolean;
  /** Whether the person has yet to be asked about telemetry, on a page of its own. */
  readonly needsFirstRun: boolean;
  /** Whether the stored settings were damaged; telemetry is off until they are written again. */
  readonly isDamaged: boolean;
  /** The folder on this computer that holds the person's repositories; empty when it is not known. */
  readonly repositoriesFolder: string;
  /** Origins, as match patterns, on which content scripts run or may be allowed to. */
  readonly allowedSites: readonly string[];
  readonly platform: UTMPlatform;
  readonly version: string;
}
