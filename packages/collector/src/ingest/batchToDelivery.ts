import type { ParsedBatch, TelemetryEvent } from "@action-telemetry/event-schema";
import { eventCatalogue } from "@action-telemetry/event-schema";
import type { Delivery, EventKind, EventRecord, Tally } from "../store/EventRecord.ts";
import { correctTime } from "./correctTime.ts";

const otherEvents: ReadonlySet<string> = new Set(
  eventCatalogue.events.map(({ name }) => name).filter((name) => name !== "<action ID>"),
);

/**
 * Turns a checked batch into what a store takes: times corrected, rejections and drops counted.
 *
 * @param receivedAt Milliseconds since 1970 by the collector's clock.
 */
export function batchToDelivery(batch: ParsedBatch, receivedAt: number): Delivery {
  const { source, anonymizedUserId, sourcegraphURL, platform, client, sentAt } = batch.header;
  const sent = Date.parse(sentAt);
  return {
    receivedAt,
    source,
    anonymizedUserId,
    sourcegraphURL,
    platform,
    client,
    events: batch.events.map(({ event }) => eventToRecord(event, sent, receivedAt)),
    tallies: [...rejectionTallies(batch), ...dropTallies(batch)],
  };
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Sets what few events have only where it is there: spreading it would take three times as long. */
function eventToRecord(event: TelemetryEvent, sentAt: number, receivedAt: number): EventRecord {
  const { id, name, surface, trigger, outcome, durationMs, of } = event;
  const clientTime = Date.parse(event.time);
  const { occurredAt, clock } = correctTime({ clientTime, sentAt, receivedAt });
  const record: Writable<EventRecord> = {
    id,
    kind: kindOf(name),
    name,
    alt: event.alt === true,
    trusted: event.trusted !== false,
    clientTime,
    occurredAt,
    clock,
  };
  if (surface !== undefined) record.surface = surface;
  if (trigger !== undefined) record.trigger = trigger;
  if (event.arguments !== undefined) record.arguments = JSON.stringify(event.arguments);
  if (outcome !== undefined) record.outcome = outcome;
  if (durationMs !== undefined) record.durationMs = durationMs;
  if (of !== undefined) record.of = of;
  return record;
}

function kindOf(name: string): EventKind {
  return otherEvents.has(name) ? "event" : "action";
}

function rejectionTallies({ rejected }: ParsedBatch): readonly Tally[] {
  const countByReason = new Map<string, number>();
  for (const { reason } of rejected) {
    countByReason.set(reason, (countByReason.get(reason) ?? 0) + 1);
  }
  return Array.from(countByReason, ([reason, count]) => ({ kind: "rejected", reason, count }));
}

function dropTallies({ header }: ParsedBatch): readonly Tally[] {
  return Object.entries(header.dropped ?? {}).map(([reason, count]) => ({
    kind: "dropped",
    reason,
    // A client cannot lose more than this between two batches; a larger number is a lie.
    count: Math.min(count, 1_000_000),
  }));
}
