import type { ActionId } from "@action-telemetry/event-schema";
import { createBrowserTelemetryClient } from "@action-telemetry/telemetry/browser";
import type { StartClient } from "./StartClient.ts";

export const start: StartClient = (instance) => {
  const { recorder } = createBrowserTelemetryClient({
    instanceUrl: instance,
    source: "WEB",
    platform: "web",
    client: { name: "benchmark", version: "1.0.0" },
    consent: "granted",
  });
  return (marker) => {
    recorder.recordAction({
      actionId: `benchmark/${marker}` as ActionId,
      surface: "toolbar",
      trigger: "pointer",
    });
  };
};
