import { type JsonValue, limits } from "@action-telemetry/event-schema";
import { deriveEventId } from "../ingest/deriveEventId.ts";
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
  const read = records.map((record) => ({ record, attributes: toRecord(record.attributes) }));
  const report = read.find((one) => nameOf(one) === droppedName);
  return {
    ...header,
    ...(report && { dropped: report.attributes[droppedName] ?? null }),
    events: read
      .filter((one) => nameOf(one) !== droppedName)
      .map((one) => toEvent(one, header["anonymizedUserId"] ?? null)),
  };
}

/** A record whose attributes were read. */
interface ReadRecord {
  readonly record: OtlpRecord;
  readonly attributes: Attributes;
}

/** The attribute is what the name was before the protocol had a field for it. */
function nameOf({ record, attributes }: ReadRecord): JsonValue {
  return record.eventName ?? attributes["event.name"] ?? null;
}

function toEvent(read: ReadRecord, anonymizedUserId: JsonValue): UncheckedBatch {
  const { record, attributes } = read;
  const { timeUnixNano, observedTimeUnixNano = "0" } = record;
  const time = toTimestamp(timeUnixNano ?? observedTimeUnixNano);
  const distinction = () => JSON.stringify([anonymizedUserId, record]);
  const event: Record<string, JsonValue> = {
    id: attributes["log.record.uid"] ?? deriveEventId(Date.parse(time), distinction()),
    name: nameOf(read),
    time,
  };
  for (const [field, attribute] of Object.entries(eventAttributes)) {
    const value = attributes[attribute];
    if (value !== undefined) event[field] = value;
  }
  return event;
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
