import { createHash } from "node:crypto";
import { type JsonValue, limits } from "@action-telemetry/event-schema";
import type { UncheckedBatch } from "../ingest/UncheckedBatch.ts";
import { type LogsRequest, type OtlpRecord, toRecord } from "./LogsRequest.ts";

/** Attributes that an event is made of, by the field that each becomes. */
const eventAttributes = {
  surface: "action_telemetry.surface",
  trigger: "action_telemetry.trigger",
  alt: "action_telemetry.alt",
  trusted: "action_telemetry.trusted",
  arguments: "action_telemetry.arguments",
  outcome: "action_telemetry.outcome",
  durationMs: "action_telemetry.duration_ms",
  of: "action_telemetry.of",
} as const;

const droppedName = "action_telemetry.dropped";

/** A client whose records are observed when they are sent; those of others when they are made. */
const ownScope = "@action-telemetry/telemetry";

type Attributes = ReturnType<typeof toRecord>;

/**
 * Writes the records of an export request as batches. What makes them none is for the check of batches to find: a record
 * without a name, a resource without an ID.
 *
 * @param instanceURL - The instance, where the resource does not name it.
 * @param now - ISO 8601.
 */
export function logsToBatches(
  { resourceLogs = [] }: LogsRequest,
  instanceURL: string,
  now: string,
): readonly UncheckedBatch[] {
  return resourceLogs.flatMap(({ resource, scopeLogs = [] }) => {
    const attributes = toRecord(resource?.attributes);
    return scopeLogs.flatMap(({ scope, logRecords = [] }) => {
      const observed = logRecords.at(-1)?.observedTimeUnixNano;
      const isOwn = scope?.name === ownScope && observed !== undefined;
      const header = toHeader(attributes, instanceURL, isOwn ? toTimestamp(observed) : now);
      return inChunks(logRecords).map((records) => toBatch(header, records));
    });
  });
}

function toHeader(attributes: Attributes, instanceURL: string, sentAt: string): UncheckedBatch {
  return {
    version: 1,
    sentAt,
    source: attributes["action_telemetry.source"] ?? "OTLP",
    anonymizedUserId: attributes["app.installation.id"] ?? null,
    sourcegraphURL: attributes["action_telemetry.instance.url"] ?? instanceURL,
    platform: attributes["action_telemetry.platform"] ?? "otlp",
    client: {
      name: attributes["service.name"] ?? "unknown",
      version: attributes["service.version"] ?? "0",
    },
  };
}

function toBatch(header: UncheckedBatch, records: readonly OtlpRecord[]): UncheckedBatch {
  const events = records.map((record) => toEvent(record, header));
  const reports = events.filter(({ name }) => name === droppedName);
  const dropped = toRecord(records.find(({ eventName }) => eventName === droppedName)?.attributes);
  return {
    ...header,
    ...(reports.length > 0 && { dropped: dropped[droppedName] ?? null }),
    events: events.filter((event) => !reports.includes(event)),
  };
}

function toEvent(record: OtlpRecord, header: UncheckedBatch): UncheckedBatch {
  const attributes = toRecord(record.attributes);
  const event: Record<string, JsonValue> = {
    id: attributes["log.record.uid"] ?? idOf(record, header),
    // The attribute is what the name was before the protocol had a field for it.
    name: record.eventName ?? attributes["event.name"] ?? null,
    time: timeOf(record),
  };
  for (const [field, attribute] of Object.entries(eventAttributes)) {
    const value = attributes[attribute];
    if (value !== undefined) event[field] = value;
  }
  return event;
}

/** A record that has no ID gets one that follows from all it says, so that it counts once when it is sent again. */
function idOf(record: OtlpRecord, { anonymizedUserId = null }: UncheckedBatch): string {
  const text = JSON.stringify([anonymizedUserId, record]);
  const digits = createHash("sha256").update(text).digest("hex");
  const time = Date.parse(timeOf(record)).toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${digits.slice(0, 3)}-8${digits.slice(3, 6)}-${digits.slice(6, 18)}`;
}

function timeOf({ timeUnixNano, observedTimeUnixNano = "0" }: OtlpRecord): string {
  return toTimestamp(timeUnixNano ?? observedTimeUnixNano);
}

/** ISO 8601 with milliseconds; what no clock can have been at becomes the beginning of 1970. */
function toTimestamp(nanoseconds: string): string {
  const milliseconds = Number(BigInt(nanoseconds) / 1_000_000n);
  return new Date(milliseconds <= 8.64e15 ? milliseconds : 0).toISOString();
}

function inChunks(records: readonly OtlpRecord[]): readonly (readonly OtlpRecord[])[] {
  const chunks: (readonly OtlpRecord[])[] = [];
  for (let start = 0; start < records.length; start += limits.batchEvents) {
    chunks.push(records.slice(start, start + limits.batchEvents));
  }
  return chunks;
}
