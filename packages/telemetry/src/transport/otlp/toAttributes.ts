import type { JsonValue, TelemetryEvent } from "@action-telemetry/event-schema";
import { conventionalNames, ownNames } from "./attributeNames.ts";

/** What an event says besides its name and time, by the names of attributes. */
export function toAttributes(
  event: TelemetryEvent,
): Readonly<Record<string, JsonValue | undefined>> {
  return {
    [conventionalNames.recordUid]: event.id,
    [ownNames.surface]: event.surface,
    [ownNames.trigger]: event.trigger,
    [ownNames.alt]: event.alt,
    [ownNames.trusted]: event.trusted,
    [ownNames.arguments]: event.arguments,
    [ownNames.outcome]: event.outcome,
    [ownNames.durationMs]: event.durationMs,
    [ownNames.of]: event.of,
  };
}
