import { isActionId } from "../action/isActionId.ts";
import type { CommandHandler } from "../command/CommandHandler.ts";
import { systemTimers } from "../platform/systemTimers.ts";
import type { ResolvedAction } from "../registry/ResolvedAction.ts";
import { callPort } from "./callPort.ts";
import { createRunningActions } from "./createRunningActions.ts";
import { describeExecution } from "./describeExecution.ts";
import type { ExecuteOptions } from "./ExecuteOptions.ts";
import type { ExecutionOutcome } from "./ExecutionOutcome.ts";
import type { ExecutionProblemCode } from "./ExecutionProblem.ts";
import type { Executor } from "./Executor.ts";
import type { ExecutorOptions } from "./ExecutorOptions.ts";
import { openLink } from "./openLink.ts";
import { runLimited } from "./runLimited.ts";
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

  function log(action: ResolvedAction, isAlt: boolean, circumstances: ExecuteOptions): void {
    const execution = describeExecution(action, isAlt, circumstances, (code) => {
      report(code, action.id);
    });
    const onFailure = (): void => {
      report("record-failed", action.id);
    };
    callPort(() => options.record(execution), onFailure);
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
    return end instanceof Promise
      ? end.then((settled) => toOutcome(action, settled))
      : toOutcome(action, end);
  }

  function start(action: ResolvedAction, circumstances: ExecuteOptions): Ending {
    const alt = circumstances.useAlt === true ? circumstances.alt : undefined;
    const chosen = alt ?? action;
    if (!isActionId(chosen.id)) {
      report("invalid-action-id", chosen.id);
      return toFailed(chosen, "invalid-action");
    }
    if (chosen.kind === "noop") return toCancelled(chosen, "noop");
    if (chosen.disabled) return toCancelled(chosen, "disabled");
    if (circumstances.signal?.aborted === true) return toCancelled(chosen, "aborted");
    if (!chosen.allowOverlap && running.isRunning(chosen.id, circumstances.scope)) {
      return toCancelled(chosen, "overlap");
    }
    log(chosen, alt !== undefined, circumstances);
    return chosen.kind === "link"
      ? openLink(chosen, circumstances, options.openURL)
      : run(chosen, circumstances);
  }

  return {
    execute: (action, circumstances) => Promise.resolve(start(action, circumstances)),
    isRunning: (actionId, scope) => running.isRunning(actionId, scope),
    subscribe: (listener) => running.subscribe(listener),
  };
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
