import type { ContextStore } from "../context/ContextStore.ts";
import type { ResolvedAction } from "../registry/ResolvedAction.ts";
import type { ExecuteOptions } from "./ExecuteOptions.ts";
import type { ExecutionOutcome } from "./ExecutionOutcome.ts";

/** Runs actions, and is the only place that logs them. */
export interface Executor {
  /**
   * Runs an action. What is logged is logged before this returns; the promise never rejects.
   */
  readonly execute: (action: ResolvedAction, options: ExecuteOptions) => Promise<ExecutionOutcome>;
  /** Whether an action runs now, in the given scope (or in none). */
  readonly isRunning: (actionId: string, scope?: ContextStore) => boolean;
  /** Calls `listener` whenever an answer of `isRunning` may have changed. */
  readonly subscribe: (listener: () => void) => () => void;
}
