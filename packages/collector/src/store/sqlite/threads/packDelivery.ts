import type { Trigger } from "@action-telemetry/event-schema";
import type { Delivery, EventKind, EventRecord } from "../../EventRecord.ts";
import { decodeFlags, encodeFlags } from "../../flags.ts";

/** What few events have. */
type Details = Pick<EventRecord, "arguments" | "outcome" | "durationMs" | "of">;

/**
 * A delivery on its way to another thread: its events as a few long values instead of many small objects, which is copied
 * in a third of the time.
 */
export interface PackedDelivery extends Omit<Delivery, "events"> {
  /** ID, kind, name, surface and trigger of each event, a line each; no checked text can hold a line feed. */
  readonly texts: string;
  readonly flags: Uint16Array;
  /** For each event the client's time and the one by our clock. */
  readonly times: Float64Array;
  readonly details: readonly (readonly [index: number, details: Details])[];
}

const linesPerEvent = 5;

/** Packs a delivery. */
export function packDelivery({ events, ...header }: Delivery): PackedDelivery {
  const flags = new Uint16Array(events.length);
  const times = new Float64Array(2 * events.length);
  const details: [number, Details][] = [];
  const texts: string[] = [];
  for (const [index, event] of events.entries()) {
    texts.push(event.id, event.kind, event.name, event.surface ?? "", event.trigger ?? "");
    flags[index] = encodeFlags(event);
    times[2 * index] = event.clientTime;
    times[2 * index + 1] = event.occurredAt;
    const { arguments: args, outcome, durationMs, of } = event;
    if (
      args !== undefined ||
      outcome !== undefined ||
      durationMs !== undefined ||
      of !== undefined
    ) {
      details.push([
        index,
        {
          ...(args !== undefined && { arguments: args }),
          ...(outcome !== undefined && { outcome }),
          ...(durationMs !== undefined && { durationMs }),
          ...(of !== undefined && { of }),
        },
      ]);
    }
  }
  return { ...header, texts: texts.join("\n"), flags, times, details };
}

/** The reverse of `packDelivery`. */
export function unpackDelivery(packed: PackedDelivery): Delivery {
  const { texts, flags, times, details, ...header } = packed;
  const lines = texts.split("\n");
  const events: Writable<EventRecord>[] = [];
  for (const [index, flag] of flags.entries()) {
    const line = index * linesPerEvent;
    const { alt, trusted, clock } = decodeFlags(flag);
    const event: Writable<EventRecord> = {
      id: lines[line] ?? "",
      kind: lines[line + 1] as EventKind,
      name: lines[line + 2] ?? "",
      alt,
      trusted,
      clock,
      clientTime: times[2 * index] ?? 0,
      occurredAt: times[2 * index + 1] ?? 0,
    };
    const [surface, trigger] = [lines[line + 3], lines[line + 4]];
    if (surface) event.surface = surface;
    if (trigger) event.trigger = trigger as Trigger;
    events.push(event);
  }
  for (const [index, some] of details) Object.assign(events[index] ?? {}, some);
  return { ...header, events };
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };
