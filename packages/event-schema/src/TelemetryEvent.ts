import type { JsonObject } from "./JsonValue.ts";
import type { Surface } from "./surfaces.ts";

/** How a person started an action. `api` stands for a call by the application on the person's behalf. */
export type Trigger = "pointer" | "keyboard" | "api";

/** How an execution ended, on its optional completion event. */
export type Outcome = "succeeded" | "failed" | "cancelled";

/**
 * One event: an action that a person ran, or another event of the catalogue. The set of keys is
 * locked: a new one needs an entry in `eventCatalogue` first, and an unknown one is rejected.
 */
export interface TelemetryEvent {
  /** UUID version 7 in lower case: the key by which the instance de-duplicates. */
  readonly id: string;
  /** The action ID, `"hover"`, or another name of the catalogue (the grammar of action IDs). */
  readonly name: string;
  /** The client's clock at activation: ISO 8601 in UTC, such as `2026-11-22T16:20:00.000Z`. */
  readonly time: string;
  /** Where it was run. */
  readonly surface?: Surface;
  /** How it was started. */
  readonly trigger?: Trigger;
  /** Present when the alternative action was chosen (modifier or middle button). */
  readonly alt?: true;
  /** Present when a script, not a person, made the gesture. */
  readonly trusted?: false;
  /** Only what `logArguments` returned: at most 1 KiB of JSON, at most 4 levels deep. */
  readonly arguments?: JsonObject;
  /** How the execution `of` ended; only on a completion event. */
  readonly outcome?: Outcome;
  /** How long the execution `of` took, in milliseconds; only on a completion event. */
  readonly durationMs?: number;
  /** The ID of the event whose execution this one completes. */
  readonly of?: string;
}
