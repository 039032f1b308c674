import { FetchTransport, initializeFaro } from "@grafana/faro-web-sdk";
import type { StartClient } from "./StartClient.ts";

/** Settings: `FetchTransportOptions` and `RetryOptions` of its types; batching is left as it is. */
export const start: StartClient = (instance) => {
  const { api } = initializeFaro({
    app: { name: "benchmark", version: "1.0.0" },
    dedupe: false,
    instrumentations: [],
    transports: [
      new FetchTransport({
        url: `${instance}/collect`,
        // A request that finds the buffer full is dropped.
        bufferSize: 100,
        requestOptions: { keepalive: true },
        retry: { maxAttempts: 10 },
      }),
    ],
  });
  return (marker) => {
    api.pushEvent("benchmark", { marker: String(marker) });
  };
};
