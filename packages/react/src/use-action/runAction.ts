import type { ExecutionOutcome } from "@action-telemetry/actions";
import type { ActionControlInput, ActivationOptions } from "./ActionControlInput.ts";
import { createExecuteDetails } from "./ExecuteDetails.ts";
import type { RunTracker } from "./RunState.ts";

/**
 * Asks the application, then the executor, which logs before this returns.
 *
 * @returns The outcome to come, or undefined when the application canceled.
 */
export function runAction(
  input: ActionControlInput,
  options: ActivationOptions,
  tracker: RunTracker,
  event?: Event,
): Promise<ExecutionOutcome> | undefined {
  const { alt, found } = input;
  const { surface = "page", logArguments, onExecuted } = input.options;
  const chosen = options.useAlt === true ? alt : input.action;
  if (chosen === undefined) return undefined;
  const details = createExecuteDetails({
    action: chosen,
    alt: options.useAlt === true,
    surface,
    trigger: options.trigger,
    ...(event === undefined ? {} : { event }),
  });
  try {
    input.options.onExecute?.(details);
  } catch (error) {
    // A link would be followed all the same, so it has to be logged all the same.
    globalThis.reportError(error);
  }
  if (details.isCanceled) {
    onExecuted?.(details, { status: "cancelled", actionId: chosen.id, reason: "prevented" });
    return undefined;
  }
  tracker.begin();
  const run = found.executor.execute(input.action ?? chosen, {
    ...options,
    surface,
    alt,
    scope: found.actions.scope,
    logArguments,
  });
  return run.then((outcome) => {
    tracker.end(outcome.status === "failed" ? outcome.error : undefined);
    onExecuted?.(details, outcome);
    return outcome;
  });
}
