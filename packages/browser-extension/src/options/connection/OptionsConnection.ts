import type { Consent } from "@action-telemetry/telemetry";
import type { InspectedClient } from "@action-telemetry/react";
import type { InstanceCheck } from "../../messages/InstanceCheck.ts";
import type { SettingsChange } from "../../messages/SettingsChange.ts";
import type { SettingsView } from "../../messages/SettingsView.ts";

/** What the page knows of the worker. */
export interface OptionsSnapshot {
  /** `undefined` until the worker has answered. */
  readonly settings: SettingsView | undefined;
  /** The worker does not answer. */
  readonly isLost: boolean;
}

/** All that the page sees of the extension. Nothing here rejects but `consent.set`. */
export interface OptionsConnection {
  /** The identical object while unchanged. */
  readonly getSnapshot: () => OptionsSnapshot;
  readonly subscribe: (listener: () => void) => () => void;
  /** Changes settings; resolves to whether they could be stored. */
  readonly write: (change: SettingsChange) => Promise<boolean>;
  /** Asks whether an address is one of an instance. */
  readonly check: (url: string) => Promise<InstanceCheck>;
  /**
   * What `Send telemetry` comes to. To set it asks the browser where the browser has a permission for
   * it, so that has to happen while a gesture is being handled; it rejects when the person declined.
   */
  readonly consent: Consent;
  /** What was and will be sent. */
  readonly inspected: InspectedClient;
  /** Ends the connection. */
  readonly close: () => void;
}
