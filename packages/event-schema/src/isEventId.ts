const uuidV7Pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/**
 * Whether a value is an event ID: a UUID of version 7 in lower case. Other versions are refused,
 * because storage relies on the time in front; upper case, so that one ID has one spelling.
 */
export function isEventId(value: unknown): value is string {
  return typeof value === "string" && uuidV7Pattern.test(value);
}
