import type { JsonObject, Outcome, Surface, Trigger } from "@action-telemetry/event-schema";
import type { ArgumentsDrop } from "./ArgumentsDrop.ts";
import type { KnownActionId } from "./KnownActionId.ts";

/** What may be said about an event besides its name. */
export interface EventDetails {
  /** Where it happened. */
  readonly surface?: Surface;
  /** How it was started. */
  readonly trigger?: Trigger;
  /** True when the alternative action was chosen. */
  readonly alt?: true;
  /** False when a script made the gesture. */
  readonly trusted?: false;
  /** Only what `logArguments` returned; at most 1 KiB of JSON, at most 4 levels deep. */
  readonly arguments?: JsonObject;
}

/** One execution of an action: its ID and nothing that the caller did not choose to log. */
export interface ActionEventInput<Id extends string = string> extends EventDetails {
  readonly actionId: Id;
  /** Why there are no arguments although some were opted in to: counted, no part of the event. */
  readonly argumentsDropped?: ArgumentsDrop;
}

/** Records how an execution ended, once: a second call, and one after everything was erased, nothing. */
export type CompleteAction = (outcome: Outcome) => void;

/**
 * All of telemetry that components see. Both methods are synchronous, cheap and never throw, whatever
 * they are given: what cannot be recorded is dropped and counted.
 */
export interface TelemetryRecorder {
  /**
   * Records that a person ran an action.
   *
   * @returns Where outcomes are switched on, the function that records how it ended.
   */
  recordAction<const Id extends string>(
    execution: ActionEventInput<KnownActionId<Id>>,
  ): CompleteAction | void;
  /** Records another event of the catalogue, such as `hover`. */
  recordEvent<const Name extends string>(name: KnownActionId<Name>, details?: EventDetails): void;
}
