import { AnalyticsBrowser } from "@segment/analytics-next";
import type { StartClient } from "./StartClient.ts";

/** Settings: `InitOptions` and `DispatchFetchConfig` of the package's own types. */
export const start: StartClient = (instance) => {
  const { host, protocol } = new URL(instance);
  const analytics = AnalyticsBrowser.load(
    {
      writeKey: "benchmark",
      // Spares the request to its content delivery network.
      cdnSettings: { integrations: { "Segment.io": { apiKey: "benchmark", retryQueue: true } } },
    },
    {
      retryQueue: true,
      integrations: {
        "Segment.io": {
          apiHost: `${host}/v1`,
          protocol: protocol === "https:" ? "https" : "http",
          // "ensuring that an event is sent even if the user navigates away"
          deliveryStrategy: { strategy: "standard", config: { keepalive: true } },
        },
      },
    },
  );
  return (marker) => {
    void analytics.track("benchmark", { marker });
  };
};
