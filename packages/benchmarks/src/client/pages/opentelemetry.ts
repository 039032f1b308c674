import { OTLPLogExporter } from "@opentelemetry/exporter-logs-otlp-http";
import { BatchLogRecordProcessor, LoggerProvider } from "@opentelemetry/sdk-logs";
import type { StartClient } from "./StartClient.ts";

/** Settings: `BatchLogRecordProcessorOptions` of its types; it flushes when the page hides by default. */
export const start: StartClient = (instance) => {
  const exporter = new OTLPLogExporter({ url: `${instance}/v1/logs` });
  const provider = new LoggerProvider({
    processors: [new BatchLogRecordProcessor({ exporter })],
  });
  const logger = provider.getLogger("benchmark");
  return (marker) => {
    logger.emit({ eventName: "benchmark", attributes: { marker } });
  };
};
