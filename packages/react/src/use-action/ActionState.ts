import type { ExecutionError, ResolvedAction } from "@action-telemetry/actions";
import type { RunState } from "./RunState.ts";

/** What there is to show of an action. */
export interface ActionState extends RunState {
  /** Undefined for an ID that nobody contributed, or no longer. */
  readonly action: ResolvedAction | undefined;
  readonly alt: ResolvedAction | undefined;
  /** Render an `<a>` for a link, a `<button>` for a command, text for a no-op. */
  readonly kind: "command" | "link" | "noop";
  /** Whether it may not run now. A run that has not ended is no reason. */
  readonly disabled: boolean;
  /** Why, as a sentence to show; present whenever `disabled`. */
  readonly disabledReason: string | undefined;
  /** Present on a toggle only. */
  readonly pressed: boolean | undefined;
  readonly error: ExecutionError | undefined;
}

/**
 * Puts together what there is to show.
 *
 * @param disabled - Of the application: true, or its reason.
 * @param unavailable - The reason given when there is no other.
 */
export function describeState(
  action: ResolvedAction | undefined,
  alt: ResolvedAction | undefined,
  run: RunState,
  disabled: boolean | string,
  unavailable: string,
): ActionState {
  const isDisabled = action === undefined || action.disabled || disabled !== false;
  const reason = typeof disabled === "string" ? disabled : (action?.disabledReason ?? unavailable);
  return {
    action,
    alt,
    kind: action?.kind ?? "noop",
    running: run.running,
    error: run.error,
    disabled: isDisabled,
    disabledReason: isDisabled ? reason : undefined,
    pressed: action?.item?.pressed,
  };
}
