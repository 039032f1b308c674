import type { Context } from "../context/Context.ts";
import type { ContextStore } from "../context/ContextStore.ts";
import type { Surface } from "../execution/Surface.ts";
import type { Trigger } from "../execution/Trigger.ts";
import type { AbortSignalPort } from "../platform/AbortSignalPort.ts";

/** What the `run` function of an application's action is called with. */
export interface ActionInvocation<Args extends readonly unknown[] = readonly unknown[]> {
  /** The ID of the action that runs: that of the alternative when it was chosen. */
  readonly actionId: string;
  /** The evaluated `commandArguments`. */
  readonly arguments: Args;
  /** The context at the moment of activation. */
  readonly context: Context;
  /** The code view, or other scope, it was activated in. Absent outside of any. */
  readonly scope?: ContextStore;
  /** Where the action was activated. */
  readonly surface: Surface;
  readonly trigger: Trigger;
  /** Aborted when the caller gives up or the time limit of the action has passed. */
  readonly signal: AbortSignalPort;
}
