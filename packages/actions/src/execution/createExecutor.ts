import type { ActionId } from "../action/ActionId.ts";
import { isActionId } from "../action/isActionId.ts";
import type { CommandHandler } from "../command/CommandHandler.ts";
import { systemTimers } from "../platform/systemTimers.ts";
import type { ResolvedAction } from "../registry/ResolvedAction.ts";
import { andThen } from "./andThen.ts";
import { callPort } from "./callPort.ts";
import { createRunningActions, type RunningActions } from "./createRunningActions.ts";
import { describeExecution } from "./describeExecution.ts";
import type { ExecuteOptions } from "./ExecuteOptions.ts";
import type { CancellationReason, ExecutionOutcome } from "./ExecutionOutcome.ts";
import type { ExecutionProblemCode } from "./ExecutionProblem.ts";
import type { Executor } from "./Executor.ts";
import type { ExecutorOptions } from "./ExecutorOptions.ts";
import { openLink } from "./openLink.ts";
import { reportOutcome } from "./reportOutcome.ts";
import { runLimited } from "./runLimited.ts";
import { tellFailure } from "./tellFailure.ts";
import { toCancelled, toFailed, toOutcome } from "./toOutcome.ts";

type Ending = ExecutionOutcome | Promise<ExecutionOutcome>;
type Report = (code: ExecutionProblemCode, actionId: string) => void;

/**
 * Makes the executor: the one path on which actions run, and so the one place that logs them.
 *
 * @example
 * ```ts
 * const executor = createExecutor({ record, getCommand: registry.getCommand });
 * const outcome = await executor.execute(action, { surface: "toolbar", trigger: "pointer" });
 * if (outcome.status === "failed") show(outcome.error.message);
 * ```
 */
export function createExecutor(options: ExecutorOptions): Executor {
  const report: Report = (code, actionId) => {
    callPort(() => options.onProblem?.(isActionId(actionId) ? { code, actionId } : { code }));
  };
  const running = createRunningActions((actionId) => {
    report("listener-failed", actionId);
  });

  function log(
    action: ResolvedAction,
    actionId: ActionId,
    isAlt: boolean,
    circumstances: ExecuteOptions,
  ): unknown {
    const execution = describeExecution(action, actionId, isAlt, circumstances, (code) => {
      report(code, actionId);
    });
    return callPort(
      () => options.record(execution),
      () => report("record-failed", actionId),
    );
  }

  function run(action: ResolvedAction, circumstances: ExecuteOptions): Ending {
    const handler = findHandler(action, options);
    if (handler === undefined) return toFailed(action, "command-not-found");
    const end = running.track(action.id, circumstances.scope, () =>
      runLimited((signal) => handler(toInvocation(action, circumstances, signal, options)), {
        signal: circumstances.signal,
        timeoutMs: action.timeoutMs ?? options.timeoutMs ?? 60_000,
        timers: options.timers ?? systemTimers,
      }),
    );
    return andThen(end, (ended) => toOutcome(action, ended));
  }

  function start(action: ResolvedAction, circumstances: ExecuteOptions): Ending {
    const alt = circumstances.useAlt === true ? circumstances.alt : undefined;
    const chosen = alt ?? action;
    if (!isActionId(chosen.id)) {
      report("invalid-action-id", chosen.id);
      return toFailed(chosen, "invalid-action");
    }
    const obstacle = findObstacle(chosen, circumstances, running);
    if (obstacle !== undefined) return toCancelled(chosen, obstacle);
    const complete = log(chosen, chosen.id, alt !== undefined, circumstances);
    const ending =
      chosen.kind === "link"
        ? openLink(chosen, circumstances, options.openURL)
        : run(chosen, circumstances);
    const told = tellFailure(ending, (error) => options.onFailure?.(error, chosen.id));
    return reportOutcome(told, complete, () => report("record-failed", chosen.id));
  }

  return {
    execute: (action, circumstances) => Promise.resolve(start(action, circumstances)),
    isRunning: (actionId, scope) => running.isRunning(actionId, scope),
    subscribe: (listener) => running.subscribe(listener),
  };
}

/** Why an action does not run at all, if it does not. */
function findObstacle(
  action: ResolvedAction,
  { signal, scope }: ExecuteOptions,
  running: RunningActions,
): CancellationReason | undefined {
  if (action.kind === "noop") return "noop";
  if (action.disabled) return "disabled";
  if (signal?.aborted === true) return "aborted";
  return !action.allowOverlap && running.isRunning(action.id, scope) ? "overlap" : undefined;
}

function findHandler(action: ResolvedAction, options: ExecutorOptions): CommandHandler | undefined {
  if (action.run !== undefined) return action.run;
  return action.command === undefined ? undefined : options.getCommand(action.command);
}

function toInvocation(
  action: ResolvedAction,
  { scope, surface, trigger }: ExecuteOptions,
  signal: Parameters<CommandHandler>[0]["signal"],
  options: ExecutorOptions,
): Parameters<CommandHandler>[0] {
  const context = scope?.getSnapshot() ?? options.getContext?.() ?? {};
  return {
    actionId: action.id,
    arguments: action.arguments,
    context,
    ...(scope && { scope }),
    surface,
    trigger,
    signal,
  };
}
