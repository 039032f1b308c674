import type { TelemetryRecorder } from "./TelemetryRecorder.ts";

/** Records nothing: what components use when there is no telemetry client. */
export const noopRecorder: TelemetryRecorder = Object.freeze({
  recordAction: () => undefined,
  recordEvent: () => undefined,
});
