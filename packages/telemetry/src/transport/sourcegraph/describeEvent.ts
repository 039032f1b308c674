import type { EventBatch, JsonValue, TelemetryEvent } from "@action-telemetry/event-schema";

/**
 * What an event and its batch say for which neither generation of Sourcegraph's API has a field.
 * Arguments stay below their own key, where none of them can pass for another field.
 */
export function describeEvent(
  { platform, client }: EventBatch,
  { surface, trigger, alt, trusted, arguments: args, outcome, durationMs, of }: TelemetryEvent,
): Readonly<Record<string, JsonValue | undefined>> {
  return {
    platform,
    version: client.version,
    client: client.name,
    surface,
    trigger,
    alt,
    trusted,
    arguments: args,
    outcome,
    durationMs,
    of,
  };
}
