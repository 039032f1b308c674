import type { RejectedEvent } from "./BatchAnswer.ts";
import type { BatchHeader } from "./EventBatch.ts";
import type { Result } from "./Result.ts";
import type { TelemetryEvent } from "./TelemetryEvent.ts";
import { type BatchError, parseBatchHeader } from "./parseBatchHeader.ts";
import { limits } from "./limits.ts";
import { parseEvent } from "./parseEvent.ts";

/** A batch whose header is sound, with its events told apart. Indexes are those of the input. */
export interface ParsedBatch {
  readonly header: BatchHeader;
  readonly events: readonly { readonly index: number; readonly event: TelemetryEvent }[];
  readonly rejected: readonly RejectedEvent[];
}

/**
 * Checks a batch. Trouble with the header, or more than `limits.batchEvents` events, refuses the
 * whole batch; trouble with an event refuses that event alone. Everything returned is a copy. Never
 * throws on parsed JSON.
 *
 * @example
 * const batch = parseEventBatch(JSON.parse(body));
 * if (!batch.ok) return answer(400, { error: batch.error });
 */
export function parseEventBatch(value: unknown): Result<ParsedBatch, BatchError> {
  const header = parseBatchHeader(value);
  if (!header.ok) return header;
  const list = (value as { readonly events?: unknown }).events;
  if (!Array.isArray(list)) {
    return { ok: false, error: { code: "invalid-field", message: "events must be an array." } };
  }
  if (list.length > limits.batchEvents) {
    const message = `events has ${list.length} entries; send at most ${limits.batchEvents} at once.`;
    return { ok: false, error: { code: "too-many-events", message } };
  }
  const events: { index: number; event: TelemetryEvent }[] = [];
  const rejected: RejectedEvent[] = [];
  for (const [index, item] of list.entries()) {
    const event = parseEvent(item);
    if (event.ok) events.push({ index, event: event.value });
    else rejected.push({ index, reason: event.error });
  }
  return { ok: true, value: { header: header.value, events, rejected } };
}
