import { toDelivered } from "../receiver/Delivered.ts";
import { readBody } from "../receiver/readBody.ts";
import { readList, readValue } from "../receiver/readValue.ts";
import type { Peer } from "./Peer.ts";

export const opentelemetry: Peer = {
  id: "opentelemetry",
  name: "OpenTelemetry",
  packages: ["@opentelemetry/sdk-logs", "@opentelemetry/exporter-logs-otlp-http"],
  settings: "batch processor (1 s, 512 records, flush when the page hides), OTLP/HTTP JSON logs",
  decode(request) {
    if (request.path !== "/v1/logs") return [];
    return readList(readBody(request), "resourceLogs")
      .flatMap((resource) => readList(resource, "scopeLogs"))
      .flatMap((scope) => readList(scope, "logRecords"))
      .flatMap((record) => readList(record, "attributes"))
      .filter((attribute) => readValue(attribute, "key") === "marker")
      .flatMap((attribute) => toDelivered(readValue(attribute, "value", "intValue")));
  },
  answer: () => ({ status: 200, body: "{}" }),
};
