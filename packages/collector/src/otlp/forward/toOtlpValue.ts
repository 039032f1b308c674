import type { JsonValue } from "@action-telemetry/event-schema";
import type { OtlpValue } from "../LogsRequest.ts";

/** Writes a value as OTLP does; `null` is a value without a member. */
export function toOtlpValue(value: JsonValue): OtlpValue {
  if (value === null) return {};
  if (typeof value === "string") return { stringValue: value };
  if (typeof value === "boolean") return { boolValue: value };
  if (typeof value === "number") {
    return Number.isSafeInteger(value) ? { intValue: String(value) } : { doubleValue: value };
  }
  if (Array.isArray(value)) {
    return { arrayValue: { values: (value as readonly JsonValue[]).map(toOtlpValue) } };
  }
  const values = Object.entries(value).map(([key, item]) => ({ key, value: toOtlpValue(item) }));
  return { kvlistValue: { values } };
}
