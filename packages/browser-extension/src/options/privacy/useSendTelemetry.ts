import { useState } from "react";
import { useOptions } from "../connection/OptionsContext.ts";

/** Changes `Send telemetry`, and says whether that did not work. */
export function useSendTelemetry() {
  const { connection } = useOptions();
  const [hasFailed, setHasFailed] = useState(false);
  return {
    hasFailed,
    /** To be called while a gesture is being handled. */
    change(isOn: boolean) {
      setHasFailed(false);
      connection.consent.set(isOn ? "granted" : "denied").catch(() => setHasFailed(true));
    },
  };
}
