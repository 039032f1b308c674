import { type TelemetryExporter, TelemetryRecorderProvider } from "@sourcegraph/telemetry";
import type { StartClient } from "./StartClient.ts";

const query =
  "mutation ExportTelemetryEvents($events: [TelemetryEventInput!]!) { telemetry { recordEvents(events: $events) { alwaysNil } } }";

/** Settings: `defaultEventRecordingOptions` of its types. The package leaves the exporter to its user. */
export const start: StartClient = (instance) => {
  const post = (body: string, keepalive: boolean) =>
    fetch(`${instance}/.api/graphql?ExportTelemetryEvents`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
      keepalive,
    });
  const exporter: TelemetryExporter = {
    async exportEvents(events) {
      const body = JSON.stringify({ query, variables: { events } });
      // Refused when more than 64 KiB are under way.
      const response = await post(body, true).catch(() => post(body, false));
      if (!response.ok) throw new Error(`The instance answered ${response.status}.`);
    },
  };
  const provider = new TelemetryRecorderProvider({ client: "benchmark" }, exporter, [], {
    bufferTimeMs: 0,
    bufferMaxSize: 0,
    errorHandler: () => undefined,
  });
  const recorder = provider.getRecorder();
  return (marker) => {
    recorder.recordEvent("benchmark", "recorded", { metadata: { marker } });
  };
};
