import type { BatchHeader, EventBatch } from "@action-telemetry/event-schema";
import { conventionalNames, ownNames, scopeName } from "./attributeNames.ts";
import type { OtlpAttribute, OtlpLogRecord, OtlpLogs } from "./OtlpLogs.ts";
import { toAttributes } from "./toAttributes.ts";
import { toOtlpAttributes } from "./toOtlpValue.ts";
import { toUnixNano } from "./toUnixNano.ts";

/**
 * Writes a batch as OTLP logs: the header is the resource, each event a record with a name, and the
 * drops, if there are any, one more record.
 */
export function toOtlpLogs(batch: EventBatch): OtlpLogs {
  const observedTimeUnixNano = toUnixNano(batch.sentAt);
  const logRecords: OtlpLogRecord[] = batch.events.map((event) => ({
    timeUnixNano: toUnixNano(event.time),
    observedTimeUnixNano,
    eventName: event.name,
    attributes: toOtlpAttributes(toAttributes(event)),
  }));
  if (batch.dropped !== undefined) {
    logRecords.push({
      timeUnixNano: observedTimeUnixNano,
      observedTimeUnixNano,
      eventName: ownNames.dropped,
      attributes: toOtlpAttributes({ [ownNames.dropped]: batch.dropped }),
    });
  }
  const resource = { attributes: resourceAttributes(batch) };
  return { resourceLogs: [{ resource, scopeLogs: [{ scope: { name: scopeName }, logRecords }] }] };
}

function resourceAttributes(header: BatchHeader): readonly OtlpAttribute[] {
  return toOtlpAttributes({
    [conventionalNames.serviceName]: header.client.name,
    [conventionalNames.serviceVersion]: header.client.version,
    [conventionalNames.installationId]: header.anonymizedUserId,
    [ownNames.source]: header.source,
    [ownNames.platform]: header.platform,
    [ownNames.instanceUrl]: header.sourcegraphURL,
  });
}
