import {
  type BatchHeader,
  type EventBatch,
  type TelemetryEvent,
  utf8Length,
} from "@action-telemetry/event-schema";

/** A batch and the very bytes that stand for it. */
export interface ComposedBatch {
  readonly batch: EventBatch;
  readonly body: string;
  /** Length of the body in bytes of UTF-8. */
  readonly bytes: number;
}

/**
 * Writes a batch of as many of the oldest events as fit.
 *
 * @param encode - The transport's way to write a batch.
 * @param most - The body's greatest length in bytes; a single event is written even beyond it.
 */
export function composeBatch(
  header: BatchHeader,
  events: readonly TelemetryEvent[],
  encode: (batch: EventBatch) => string,
  most: number,
): ComposedBatch {
  const batch = { ...header, events };
  const body = encode(batch);
  const bytes = utf8Length(body);
  if (bytes <= most || events.length <= 1) return { batch, body, bytes };
  const fitting = Math.floor((events.length * most) / bytes);
  const count = Math.min(events.length - 1, Math.max(1, fitting));
  return composeBatch(header, events.slice(0, count), encode, most);
}
