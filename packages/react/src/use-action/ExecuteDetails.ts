import type { ResolvedAction, Surface, Trigger } from "@action-telemetry/actions";

/** What is about to run, and why. */
export interface ExecuteDetails {
  /** The action that runs: the alternative, when the gesture chose that. */
  readonly action: ResolvedAction;
  /** Whether it is the alternative. */
  readonly alt: boolean;
  readonly surface: Surface;
  readonly trigger: Trigger;
  /** The event that asked for it; absent when `run()` did. */
  readonly event?: Event;
  /** Keeps the action from running and from being logged. A link is then not followed. */
  cancel(): void;
  readonly isCanceled: boolean;
}

/** Makes the details of one activation. */
export function createExecuteDetails(
  facts: Omit<ExecuteDetails, "cancel" | "isCanceled">,
): ExecuteDetails {
  let canceled = false;
  return {
    ...facts,
    cancel() {
      canceled = true;
    },
    get isCanceled() {
      return canceled;
    },
  };
}
