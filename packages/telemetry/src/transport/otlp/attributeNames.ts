/** Names of OpenTelemetry's semantic conventions. */
export const conventionalNames = Object.freeze({
  serviceName: "service.name",
  serviceVersion: "service.version",
  installationId: "app.installation.id",
  recordUid: "log.record.uid",
});

/** Names for what the conventions have no name for, all in one namespace. */
export const ownNames = Object.freeze({
  source: "action_telemetry.source",
  platform: "action_telemetry.platform",
  instanceUrl: "action_telemetry.instance.url",
  surface: "action_telemetry.surface",
  trigger: "action_telemetry.trigger",
  alt: "action_telemetry.alt",
  trusted: "action_telemetry.trusted",
  arguments: "action_telemetry.arguments",
  outcome: "action_telemetry.outcome",
  durationMs: "action_telemetry.duration_ms",
  of: "action_telemetry.of",
  dropped: "action_telemetry.dropped",
});

/** The instrumentation scope of every record. */
export const scopeName = "@action-telemetry/telemetry";
