import { parseEvent, type TelemetryEvent } from "@action-telemetry/event-schema";
import type { TelemetryInspection } from "@action-telemetry/telemetry";

/** An event to show, and whether the instance has it. */
export interface ShownEvent {
  readonly event: TelemetryEvent;
  readonly sent: boolean;
}

/** The events that wait and those of the batches that were sent, newest first, each once. */
export function readEvents({ queue, sent }: TelemetryInspection): ShownEvent[] {
  const shown = new Map<string, ShownEvent>();
  for (const event of queue) {
    shown.set(event.id, { event, sent: false });
  }
  for (const { body, outcome } of sent) {
    if (outcome === "accepted") {
      for (const event of eventsOf(body)) {
        shown.set(event.id, { event, sent: true });
      }
    }
  }
  return [...shown.values()].sort((a, b) => (a.event.id < b.event.id ? 1 : -1));
}

function eventsOf(body: string): TelemetryEvent[] {
  const batch: unknown = JSON.parse(body);
  if (typeof batch !== "object" || batch === null || !("events" in batch)) {
    return [];
  }
  const events = Array.isArray(batch.events) ? batch.events : [];
  return events.map(parseEvent).flatMap((result) => (result.ok ? [result.value] : []));
}
