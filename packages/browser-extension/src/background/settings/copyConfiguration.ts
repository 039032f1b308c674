import { type JsonObject, utf8Length } from "@action-telemetry/event-schema";

/** Bytes of JSON that the settings of all extensions together may take. */
const configurationBytes = 65_536;

/**
 * Copies an object of plain data; `undefined` for anything else.
 *
 * @param limit - Bytes of JSON.
 */
export function copyConfiguration(
  value: unknown,
  limit = configurationBytes,
): JsonObject | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  try {
    const text = JSON.stringify(value);
    return utf8Length(text) <= limit ? (JSON.parse(text) as JsonObject) : undefined;
  } catch {
    return undefined;
  }
}
