"use client";

import type { ExecutionOutcome } from "@action-telemetry/actions";
import { actionProps, type ActionProps } from "./actionProps.ts";
import type { ActionState } from "./ActionState.ts";
import { useActionControl } from "./useActionControl.ts";
import type { UseActionOptions } from "./UseActionOptions.ts";

/**
 * Makes any element run an action: spread `props` on it. Every gesture of a person runs and logs the
 * action once, also when a wrapper replaces the element's `onClick`.
 *
 * @example
 * ```tsx
 * function SaveButton() {
 *   const { props, state } = useAction({ action: "file.save", surface: "page" });
 *   return <button {...props}>{state.running ? "Saving…" : "Save"}</button>;
 * }
 * ```
 */
export function useAction(options: UseActionOptions): UseActionResult {
  const { control, state, found } = useActionControl(options, false);
  return {
    props: actionProps(state, control, options.native ?? true, found.actions),
    state,
    run: () => control.run(),
  };
}

/** What {@link useAction} returns. */
export interface UseActionResult {
  /** To be spread on the element. */
  readonly props: ActionProps;
  readonly state: ActionState;
  /** Runs the action as a program does; undefined when nothing ran. */
  readonly run: () => Promise<ExecutionOutcome | undefined>;
}
