import type { ConsentState, TelemetryClient } from "@action-telemetry/telemetry";
import { useSyncExternalStore } from "react";

/** Whether a client may store and send, followed as it changes. */
export function useConsent({ consent }: TelemetryClient): ConsentState {
  return useSyncExternalStore(consent.subscribe, () => consent.state);
}
