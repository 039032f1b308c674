import type { ActionContribution } from "./ActionContribution.ts";
import type { ActionInvocation } from "./ActionInvocation.ts";
import type { JsonObject } from "./JsonValue.ts";

/*
 * Both function types are written as methods, whose parameters are compared both ways: the actions
 * of one list take different arguments, and each is only ever called with its own.
 */

/** The function that runs an application's action. May return a promise; may throw. */
export type ApplicationRun<Args extends readonly unknown[] = readonly unknown[]> = {
  run(invocation: ActionInvocation<Args>): unknown;
}["run"];

/**
 * Opts in to logging arguments: makes the record to log out of the arguments of an execution. Only
 * code that an application wrote can pass one.
 */
export type LogArguments<Args extends readonly unknown[] = readonly unknown[]> = {
  logArguments(...args: Args): JsonObject;
}["logArguments"];

/** An action as an application declares it: everything a manifest can say, and functions. */
export interface ApplicationAction<
  Args extends readonly unknown[] = readonly unknown[],
> extends ActionContribution {
  /** Runs the action, in place of `command`. */
  readonly run?: ApplicationRun<Args>;
  /**
   * Opts in to logging the arguments: returns the record to log with the execution. Without it the
   * ID alone is logged. A manifest can never carry it.
   */
  readonly logArguments?: LogArguments<Args>;
  /** Whether the action may start again while it still runs. Default: false. */
  readonly allowOverlap?: boolean;
  /** Milliseconds after which a run counts as failed and its signal is aborted; greater than 0. */
  readonly timeoutMs?: number;
}
