import type { JsonValue } from "@action-telemetry/event-schema";

/** What a client says of an event where Sourcegraph's API lets it say anything. */
export type Details = Readonly<Record<string, JsonValue>>;

/** What this project's clients say there: fields of an event, by name. */
const eventFields = [
  "surface",
  "trigger",
  "alt",
  "trusted",
  "arguments",
  "outcome",
  "durationMs",
  "of",
] as const;

/** Reads details; what is no object says nothing. */
export function readDetails(value: JsonValue | undefined): Details {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Details)
    : {};
}

/** The fields of an event among details, and nothing else of them. */
export function pickEventFields(details: Details): Details {
  const fields = eventFields.flatMap((name) =>
    details[name] === undefined ? [] : [[name, details[name]] as const],
  );
  return Object.fromEntries(fields);
}
