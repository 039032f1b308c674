import { copyJsonObject, type JsonObject, parseEvent } from "@action-telemetry/event-schema";
import { createEventIds } from "../identity/createEventIds.ts";
import type { Clock } from "../platform/Clock.ts";
import type { RandomBytes } from "../platform/systemRandom.ts";
import type { QueueRow } from "../queue/QueueStore.ts";
import type { EventDetails, TelemetryRecorder } from "./TelemetryRecorder.ts";

/** What the recorder needs of its surroundings. */
export interface RecorderOptions {
  readonly clock: Clock;
  readonly random: RandomBytes;
  /** Whether to record at all: not when consent is denied or the client is closed. */
  readonly isOn: () => boolean;
  readonly add: (row: QueueRow) => void;
  readonly drop: (reason: string) => void;
}

/**
 * Makes the recorder that components see. It reads the fields that an event has, and no others,
 * whatever else the object carries; checks them by the rules of the wire; and counts what it cannot
 * record.
 */
export function createRecorder(options: RecorderOptions): TelemetryRecorder {
  const { clock, random, isOn, add, drop } = options;
  const createId = createEventIds(random);

  function record(read: () => readonly [name: string, details: EventDetails]): void {
    try {
      if (!isOn()) return;
      const [name, { surface, trigger, alt, trusted, arguments: args }] = read();
      const now = clock.now();
      const result = parseEvent({
        id: createId(now),
        name,
        time: new Date(now).toISOString(),
        surface,
        trigger,
        alt: alt === true ? alt : undefined,
        trusted: trusted === false ? trusted : undefined,
      });
      if (!result.ok) return drop(result.error);
      const event = result.value;
      const copy = args === undefined ? undefined : copyArguments(args, drop);
      add({ id: event.id, text: JSON.stringify(copy ? { ...event, arguments: copy } : event) });
    } catch {
      drop("record-failed");
    }
  }

  return {
    recordAction: (execution) => record(() => [execution.actionId, execution]),
    recordEvent: (name, details = {}) => record(() => [name, details]),
  };
}

/** An event is worth more than its arguments: without sound ones it is recorded all the same. */
function copyArguments(value: unknown, drop: (reason: string) => void): JsonObject | undefined {
  try {
    const copy = copyJsonObject(value);
    if (copy.ok) return copy.value;
    drop(copy.error);
  } catch {
    drop("arguments-not-json");
  }
  return undefined;
}
