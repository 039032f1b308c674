import type { JsonValue } from "@action-telemetry/event-schema";

type JsonRecord = { readonly [key: string]: JsonValue };

/**
 * Reads an object that has these keys and no others.
 *
 * @param optional - Keys that may be absent.
 * @returns undefined when it is none, or has others.
 */
export function readRecord<Key extends string, Optional extends string = never>(
  value: JsonValue | undefined,
  required: readonly Key[],
  optional: readonly Optional[] = [],
): ({ readonly [K in Key]: JsonValue } & { readonly [K in Optional]?: JsonValue }) | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const record = value as JsonRecord;
  const known: readonly string[] = [...required, ...optional];
  const isExact =
    required.every((key) => Object.hasOwn(record, key)) &&
    Object.keys(record).every((key) => known.includes(key));
  return isExact ? (record as never) : undefined;
}
