import type { JsonValue } from "@action-telemetry/event-schema";
import type { Delivery, EventRecord } from "../../store/EventRecord.ts";
import type { LogsRequest, OtlpAttribute, OtlpRecord, OtlpValue } from "../LogsRequest.ts";
import { toOtlpValue } from "./toOtlpValue.ts";

/** Who says it. */
const scope = { name: "@action-telemetry/collector" };

/** Writes what was stored as an export request: each delivery a resource, which says whose its events are. */
export function deliveriesToLogs(deliveries: readonly Delivery[]): LogsRequest {
  return {
    resourceLogs: deliveries.map((delivery) => ({
      resource: { attributes: resourceOf(delivery) },
      scopeLogs: [
        {
          scope,
          logRecords: delivery.events.map((event) => toRecord(event, delivery.receivedAt)),
        },
      ],
    })),
  };
}

function resourceOf(delivery: Delivery): readonly OtlpAttribute[] {
  const { source, platform, sourcegraphURL, anonymizedUserId, client } = delivery;
  return [
    text("service.name", client.name),
    text("service.version", client.version),
    text("app.installation.id", anonymizedUserId),
    text("action_telemetry.source", source),
    text("action_telemetry.platform", platform),
    text("action_telemetry.instance.url", sourcegraphURL),
  ];
}

function toRecord(event: EventRecord, receivedAt: number): OtlpRecord {
  return {
    timeUnixNano: toNanoseconds(event.occurredAt),
    observedTimeUnixNano: toNanoseconds(receivedAt),
    eventName: event.name,
    attributes: [text("log.record.uid", event.id), ...fieldsOf(event)],
  };
}

/** The fields that an event has, by the attributes that `logsToBatches` reads. */
function fieldsOf(event: EventRecord): readonly OtlpAttribute[] {
  const { surface, trigger, alt, trusted, outcome, durationMs, of } = event;
  const parameters =
    event.arguments === undefined ? undefined : (JSON.parse(event.arguments) as JsonValue);
  const values: Readonly<Record<string, OtlpValue | undefined>> = {
    surface: surface === undefined ? undefined : { stringValue: surface },
    trigger: trigger === undefined ? undefined : { stringValue: trigger },
    alt: alt ? { boolValue: true } : undefined,
    trusted: trusted ? undefined : { boolValue: false },
    arguments: parameters === undefined ? undefined : toOtlpValue(parameters),
    outcome: outcome === undefined ? undefined : { stringValue: outcome },
    duration_ms: durationMs === undefined ? undefined : { doubleValue: durationMs },
    of: of === undefined ? undefined : { stringValue: of },
  };
  return Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : { key: `action_telemetry.${name}`, value },
  );
}

function text(key: string, stringValue: string): OtlpAttribute {
  return { key, value: { stringValue } };
}

function toNanoseconds(milliseconds: number): string {
  return String(BigInt(Math.round(milliseconds)) * 1_000_000n);
}
