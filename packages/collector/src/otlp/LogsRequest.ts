import type { JsonValue } from "@action-telemetry/event-schema";

/** A value as OTLP writes it in JSON: at most one of the members. */
export interface OtlpValue {
  readonly stringValue?: string;
  readonly boolValue?: boolean;
  /** 64 bits, in decimal digits. */
  readonly intValue?: string;
  readonly doubleValue?: number | string;
  readonly arrayValue?: { readonly values?: readonly OtlpValue[] };
  readonly kvlistValue?: { readonly values?: readonly OtlpAttribute[] };
  /** Base64. */
  readonly bytesValue?: string;
}

/** A named value. */
export interface OtlpAttribute {
  readonly key?: string;
  readonly value?: OtlpValue;
}

/** A record, as much of it as an event is made of. Fields that were not set are absent. */
export interface OtlpRecord {
  /** Nanoseconds since 1970, in decimal digits. */
  readonly timeUnixNano?: string;
  readonly observedTimeUnixNano?: string;
  readonly eventName?: string;
  readonly attributes?: readonly OtlpAttribute[];
}

/** `ExportLogsServiceRequest`, as much of it as events are made of. */
export interface LogsRequest {
  readonly resourceLogs?: readonly {
    readonly resource?: { readonly attributes?: readonly OtlpAttribute[] };
    readonly scopeLogs?: readonly {
      readonly scope?: { readonly name?: string };
      readonly logRecords?: readonly OtlpRecord[];
    }[];
  }[];
}

/** Attributes by name; of two with one name the last. */
export function toRecord(
  attributes: readonly OtlpAttribute[] = [],
): Readonly<Record<string, JsonValue>> {
  return Object.fromEntries(
    attributes.map(({ key = "", value = {} }) => [key, toJsonValue(value)] as const),
  );
}

function toJsonValue(value: OtlpValue): JsonValue {
  const { stringValue, boolValue, intValue, doubleValue, arrayValue, kvlistValue } = value;
  if (stringValue !== undefined) return stringValue;
  if (boolValue !== undefined) return boolValue;
  if (intValue !== undefined) return Number(intValue);
  if (doubleValue !== undefined) return doubleValue;
  if (arrayValue !== undefined) return (arrayValue.values ?? []).map(toJsonValue);
  if (kvlistValue !== undefined) return toRecord(kvlistValue.values);
  return value.bytesValue ?? null;
}
