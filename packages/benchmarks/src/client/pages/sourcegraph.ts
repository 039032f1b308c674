import { type TelemetryExporter, TelemetryRecorderProvider } from "@sourcegraph/telemetry";
import type { StartClient } from "./StartClient.ts";

const query =
  "mutation ExportTelemetryEvents($events: [TelemetryEventInput!]!) { telemetry { recordEvents(events: $events) { alwaysNil } } }";

/** What browsers let requests with `keepalive` have under way together is 64 KiB. */
const keepaliveBudget = 60_000;

/** Settings: `defaultEventRecordingOptions` of its types. The package leaves the exporter to its user. */
export const start: StartClient = (instance) => {
  let underWay = 0;
  const exporter: TelemetryExporter = {
    async exportEvents(events) {
      const body = JSON.stringify({ query, variables: { events } });
      const keepalive = underWay + body.length <= keepaliveBudget;
      if (keepalive) underWay += body.length;
      const request = fetch(`${instance}/.api/graphql?ExportTelemetryEvents`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body,
        keepalive,
      });
      const { ok, status } = await request.finally(() => {
        if (keepalive) underWay -= body.length;
      });
      if (!ok) throw new Error(`The instance answered ${status}.`);
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
