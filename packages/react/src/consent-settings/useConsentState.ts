import type { Consent, ConsentState } from "@action-telemetry/telemetry";
import { useCallback, useSyncExternalStore } from "react";

/** The state of a consent, followed as it changes, in whichever tab. */
export function useConsentState(consent: Consent): ConsentState {
  const subscribe = useCallback((listener: () => void) => consent.subscribe(listener), [consent]);
  const read = () => consent.state;
  return useSyncExternalStore(subscribe, read, read);
}
