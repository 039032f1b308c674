import type { JsonObject } from "./JsonValue.ts";
import type { Result } from "./Result.ts";
import type { Outcome, TelemetryEvent, Trigger } from "./TelemetryEvent.ts";
import { type ArgumentsRejection, copyJsonObject } from "./copyJsonObject.ts";
import { isActionId } from "./isActionId.ts";
import { isEventId } from "./isEventId.ts";
import { isTimestamp } from "./isTimestamp.ts";
import { durationMs as longest } from "./limits.ts";

/** Why one event is refused. Stable: clients count drops by these codes. */
export type EventRejection =
  | "not-an-object"
  | "unknown-field"
  | "invalid-id"
  | "invalid-name"
  | "invalid-time"
  | "invalid-surface"
  | "invalid-trigger"
  | "invalid-alt"
  | "invalid-trusted"
  | "invalid-outcome"
  | "invalid-duration"
  | "invalid-of"
  | "incomplete-outcome"
  | ArgumentsRejection;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * Checks one event and returns a copy that shares nothing with the input. Rules: the three required
 * fields are there; a field that the catalogue does not have refuses the whole event (dropping it in
 * silence would hide both typing errors and leaks); an optional field that is `undefined` is absent;
 * `outcome` and `of` come together, `durationMs` only with them. Never throws on parsed JSON.
 *
 * @example
 * const result = parseEvent(JSON.parse(text));
 * if (result.ok) store(result.value);
 */
export function parseEvent(value: unknown): Result<TelemetryEvent, EventRejection> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return refuse("not-an-object");
  }
  const input = value as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(input)) if (!isEventKey(key)) return refuse("unknown-field");
  const { id, name, time, outcome, of, durationMs } = input;
  if (!isEventId(id)) return refuse("invalid-id");
  if (!isActionId(name)) return refuse("invalid-name");
  if (!isTimestamp(time)) return refuse("invalid-time");
  const event: Mutable<TelemetryEvent> = { id, name, time };
  const reason = copyDetails(input, event) ?? copyCompletion({ outcome, of, durationMs }, event);
  return reason === undefined ? { ok: true, value: event } : refuse(reason);
}

function refuse(error: EventRejection): { readonly ok: false; readonly error: EventRejection } {
  return { ok: false, error };
}

/** A switch rather than a list, so that nothing inherited can be taken for a field. */
function isEventKey(key: string): key is keyof TelemetryEvent {
  switch (key) {
    case "id":
    case "name":
    case "time":
    case "surface":
    case "trigger":
    case "alt":
    case "trusted":
    case "arguments":
    case "outcome":
    case "durationMs":
    case "of":
      return true;
    default:
      return false;
  }
}

function copyDetails(
  input: Readonly<Record<string, unknown>>,
  event: Mutable<TelemetryEvent>,
): EventRejection | undefined {
  const { surface, trigger, alt, trusted, arguments: args } = input;
  if (surface !== undefined) {
    if (!isActionId(surface)) return "invalid-surface";
    event.surface = surface;
  }
  if (trigger !== undefined) {
    if (!isTrigger(trigger)) return "invalid-trigger";
    event.trigger = trigger;
  }
  if (alt !== undefined) {
    if (alt !== true) return "invalid-alt";
    event.alt = true;
  }
  if (trusted !== undefined) {
    if (trusted !== false) return "invalid-trusted";
    event.trusted = false;
  }
  return args === undefined ? undefined : copyArguments(args, event);
}

function copyArguments(
  args: unknown,
  event: { arguments?: JsonObject },
): EventRejection | undefined {
  const copy = copyJsonObject(args);
  if (!copy.ok) return copy.error;
  event.arguments = copy.value;
  return undefined;
}

function copyCompletion(
  { outcome, of, durationMs }: { outcome: unknown; of: unknown; durationMs: unknown },
  event: Mutable<TelemetryEvent>,
): EventRejection | undefined {
  if (outcome === undefined && of === undefined && durationMs === undefined) return undefined;
  if (outcome === undefined || of === undefined) return "incomplete-outcome";
  if (!isOutcome(outcome)) return "invalid-outcome";
  if (!isEventId(of)) return "invalid-of";
  event.outcome = outcome;
  if (durationMs !== undefined) {
    if (!isDuration(durationMs)) return "invalid-duration";
    event.durationMs = durationMs;
  }
  event.of = of;
  return undefined;
}

/** Whether a value is one of the three triggers. */
export function isTrigger(value: unknown): value is Trigger {
  return value === "pointer" || value === "keyboard" || value === "api";
}

/** Whether a value is one of the three outcomes. */
export function isOutcome(value: unknown): value is Outcome {
  return value === "succeeded" || value === "failed" || value === "cancelled";
}

function isDuration(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value <= longest;
}
