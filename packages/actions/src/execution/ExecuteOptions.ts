import type { LogArguments } from "../action/ApplicationAction.ts";
import type { ContextStore } from "../context/ContextStore.ts";
import type { AbortSignalPort } from "../platform/AbortSignalPort.ts";
import type { ResolvedAction } from "../registry/ResolvedAction.ts";
import type { Surface } from "./Surface.ts";
import type { Trigger } from "./Trigger.ts";

/** The circumstances of one execution. */
export interface ExecuteOptions {
  /** Where it was activated. */
  readonly surface: Surface;
  readonly trigger: Trigger;
  /** The alternative action of the item. */
  readonly alt?: ResolvedAction | undefined;
  /** Whether the gesture chose the alternative. @default false */
  readonly useAlt?: boolean | undefined;
  /** False when a program, not a person, made the gesture. @default true */
  readonly trusted?: boolean | undefined;
  /** Gives the execution up: the outcome is `cancelled`, and the command's own signal aborts. */
  readonly signal?: AbortSignalPort | undefined;
  /**
   * Who follows a link: the `browser`, because the gesture was on an anchor (the executor then only
   * logs), or the `executor`, through its `openURL`. @default "executor"
   */
  readonly navigation?: "browser" | "executor" | undefined;
  /** Whether a link followed by the executor opens in a new tab. @default whether it is external */
  readonly newTab?: boolean | undefined;
  /**
   * Opts in to logging arguments of `action` (never of `alt`: that needs its own). Takes precedence
   * over the one the action was registered with.
   */
  readonly logArguments?: LogArguments | undefined;
  /** The code view, or other scope, it was activated in. Overlap is judged per scope. */
  readonly scope?: ContextStore | undefined;
}
