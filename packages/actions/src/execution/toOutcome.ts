import type { ResolvedAction } from "../registry/ResolvedAction.ts";
import type { ExecutionErrorCode } from "./ExecutionError.ts";
import type { CancellationReason, ExecutionOutcome } from "./ExecutionOutcome.ts";
import type { RunEnd } from "./runLimited.ts";
import { toExecutionError } from "./toExecutionError.ts";

/** The outcome of a run that has ended. */
export function toOutcome(action: ResolvedAction, end: RunEnd): ExecutionOutcome {
  switch (end.kind) {
    case "done":
      return { status: "succeeded", actionId: action.id };
    case "aborted":
      return toCancelled(action, "aborted");
    case "timeout":
      return toFailed(action, "timeout");
    case "threw":
      return toFailed(action, "command-failed", end.cause);
  }
}

/** The outcome of something that did not run, or was given up. */
export function toCancelled(action: ResolvedAction, reason: CancellationReason): ExecutionOutcome {
  return { status: "cancelled", actionId: action.id, reason };
}

/** The outcome of something that went wrong. */
export function toFailed(
  action: ResolvedAction,
  code: ExecutionErrorCode,
  cause?: unknown,
): ExecutionOutcome {
  return { status: "failed", actionId: action.id, error: toExecutionError(code, cause) };
}
