import type { CommandHandler } from "../command/CommandHandler.ts";
import type { Context } from "../context/Context.ts";
import type { Timers } from "../platform/Timers.ts";
import type { ActionExecution } from "./ActionExecution.ts";
import type { ExecutionError } from "./ExecutionError.ts";
import type { ExecutionProblem } from "./ExecutionProblem.ts";

/** The ports of an executor. */
export interface ExecutorOptions {
  /**
   * Logs an execution. Whatever it throws or returns changes nothing for the person. If it returns a
   * function, that is called once, with `succeeded`, `failed` or `cancelled`, when the execution has
   * ended.
   */
  readonly record: (execution: ActionExecution) => unknown;
  /** Finds the handler of a command, as `ActionRegistry.getCommand` does. */
  readonly getCommand: (command: string) => CommandHandler | undefined;
  /** Opens a link that no anchor opens: already allowed by the URL policy. */
  readonly openURL?: ((href: string, options: { readonly newTab: boolean }) => void) | undefined;
  /** The context outside of any scope, given to commands. @default empty */
  readonly getContext?: (() => Context) | undefined;
  /** Milliseconds after which a run is given up, where the action says nothing. @default 60_000 */
  readonly timeoutMs?: number | undefined;
  /**
   * Told of every failure, for an application that reports errors. What the error holds may be private: of its own
   * accord the executor sends it nowhere.
   */
  readonly onFailure?: ((error: ExecutionError, actionId: string) => void) | undefined;
  /** Told, by reason code only, about trouble that changed nothing for the person. */
  readonly onProblem?: ((problem: ExecutionProblem) => void) | undefined;
  /** @default the timers of the platform */
  readonly timers?: Timers | undefined;
}
