import type { ActionId } from "../action/ActionId.ts";
import type { JsonObject } from "../action/JsonValue.ts";
import type { ExecutionProblemCode } from "./ExecutionProblem.ts";
import type { Surface } from "./Surface.ts";
import type { Trigger } from "./Trigger.ts";

/** Why arguments that were opted in to were left out. */
export type ArgumentsDrop = Extract<
  ExecutionProblemCode,
  `arguments-${string}` | "log-arguments-failed"
>;

/** One execution as it is logged: which action, from where, by what. Nothing else ever leaves. */
export interface ActionExecution {
  /** The ID of the action that really runs: the alternative's when that was chosen. */
  readonly actionId: ActionId;
  /** Where it was activated. */
  readonly surface: Surface;
  readonly trigger: Trigger;
  /** Present when the alternative action ran. */
  readonly alt?: true;
  /** Present when the gesture was synthesized by a program, not made by a person. */
  readonly trusted?: false;
  /** Only what a `logArguments` function returned: plain JSON, at most 1 KiB, at most 4 levels. */
  readonly arguments?: JsonObject;
  /** Why what a `logArguments` function made was left out: to be counted, no part of the event. */
  readonly argumentsDropped?: ArgumentsDrop;
}
