import * as amplitude from "@amplitude/analytics-browser";
import type { StartClient } from "./StartClient.ts";

/** Settings: `BrowserConfig` of its types, and https://amplitude.com/docs/sdks/analytics/browser. */
export const start: StartClient = (instance) => {
  amplitude.init("benchmark", {
    serverUrl: `${instance}/2/httpapi`,
    autocapture: false,
    enableDiagnostics: false,
    flushMaxRetries: 12,
    remoteConfig: { fetchRemoteConfig: false },
  });
  // The documentation's own advice for events at the end of a page.
  addEventListener("pagehide", () => {
    amplitude.setTransport("beacon");
    amplitude.flush();
  });
  return (marker) => {
    amplitude.track("benchmark", { marker });
  };
};
