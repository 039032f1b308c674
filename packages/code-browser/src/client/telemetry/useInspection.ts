import type {
  ConsentState,
  TelemetryClient,
  TelemetryInspection,
} from "@action-telemetry/telemetry";
import { useEffect, useState, useSyncExternalStore } from "react";

/** What a client has recorded and sent, followed as it changes; `undefined` until it was read for the first time. */
export function useInspection(client: TelemetryClient): TelemetryInspection | undefined {
  const [inspection, setInspection] = useState<TelemetryInspection>();
  useEffect(() => {
    let wanted = true;
    const update = () => {
      client.inspect().then(
        (read) => wanted && setInspection(read),
        () => undefined,
      );
    };
    const unsubscribe = client.subscribe(update);
    update();
    return () => {
      wanted = false;
      unsubscribe();
    };
  }, [client]);
  return inspection;
}

/** Whether a client may store and send, followed as it changes. */
export function useConsent(client: TelemetryClient): ConsentState {
  const { consent } = client;
  return useSyncExternalStore(
    (listener) => consent.subscribe(listener),
    () => consent.state,
  );
}
