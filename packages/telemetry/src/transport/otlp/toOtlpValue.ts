import type { JsonObject, JsonValue } from "@action-telemetry/event-schema";
import type { OtlpAttribute, OtlpValue } from "./OtlpLogs.ts";

/** Writes a JSON value as OTLP does; `null` is a value without a member. */
export function toOtlpValue(value: JsonValue): OtlpValue {
  if (value === null) return {};
  if (typeof value === "string") return { stringValue: value };
  if (typeof value === "boolean") return { boolValue: value };
  if (typeof value === "number") {
    return Number.isSafeInteger(value) ? { intValue: `${value}` } : { doubleValue: value };
  }
  if (isList(value)) return { arrayValue: { values: value.map(toOtlpValue) } };
  return { kvlistValue: { values: toOtlpAttributes(value) } };
}

/** Writes the properties of an object as attributes; those that are `undefined` are left out. */
export function toOtlpAttributes(
  values: Readonly<Record<string, JsonValue | undefined>>,
): readonly OtlpAttribute[] {
  return Object.entries(values).flatMap(([key, value]) =>
    value === undefined ? [] : { key, value: toOtlpValue(value) },
  );
}

function isList(value: readonly JsonValue[] | JsonObject): value is readonly JsonValue[] {
  return Array.isArray(value);
}
