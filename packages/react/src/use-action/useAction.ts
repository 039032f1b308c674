"use client";

import type { ExecutionOutcome, LogArguments } from "@action-telemetry/actions";
import { useInsertionEffect, useState } from "react";
import { useActions } from "../actions-provider/useActions.ts";
import { actionHandlers, actionProps, type ActionProps } from "./actionProps.ts";
import type { ActionReference } from "./ActionReference.ts";
import { describeState, type ActionState } from "./ActionState.ts";
import { createActionControl } from "./createActionControl.ts";
import type { ExecuteDetails } from "./ExecuteDetails.ts";
import { idle, type RunState } from "./RunState.ts";
import { useResolvedAction } from "./useResolvedAction.ts";

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
  const found = useActions();
  const { actions, executor } = found;
  const action = useResolvedAction(options.action, found);
  const alt = useResolvedAction(options.alt, found);
  const [run, setRun] = useState<RunState>(idle);
  const [{ control, handlers }] = useState(() => createControlWithHandlers(setRun));
  const { surface = "page", disabled = false, native = true } = options;
  const state = describeState(action, alt, run, disabled, actions.messages.unavailable);
  // Handlers read what was last committed, never what a render that was given up would have shown.
  useInsertionEffect(() => {
    control.update({
      action,
      alt,
      surface,
      disabled: state.disabled,
      executor,
      scope: actions.scope,
      syntheticEvents: actions.syntheticEvents,
      routesLinks: actions.routesLinks,
      logArguments: options.logArguments,
      onExecute: options.onExecute,
      onExecuted: options.onExecuted,
    });
  });
  return {
    props: actionProps(state, handlers, native, actions.platform),
    state,
    run: control.run,
  };
}

function createControlWithHandlers(setRun: (state: RunState) => void) {
  const control = createActionControl(setRun);
  return { control, handlers: actionHandlers(control) };
}

/** The options of {@link useAction}. */
export interface UseActionOptions {
  readonly action: ActionReference;
  /** Runs instead on a modifier click or a middle click; show it to the person. */
  readonly alt?: ActionReference | undefined;
  /** Where the element is, as it is logged. @default "page" */
  readonly surface?: string | undefined;
  /** Whether the application disables it, best with the reason. @default false */
  readonly disabled?: boolean | string | undefined;
  /** Opts in to logging the action's arguments: makes the record to log out of them. */
  readonly logArguments?: LogArguments | undefined;
  /** Called before anything runs or is logged; `details.cancel()` prevents both. */
  readonly onExecute?: ((details: ExecuteDetails) => void) | undefined;
  /** Called when the run has ended, also after the element is gone. */
  readonly onExecuted?: ((details: ExecuteDetails, outcome: ExecutionOutcome) => void) | undefined;
  /** Whether the element is a `<button>` or an `<a>`. @default true */
  readonly native?: boolean | undefined;
}

/** What {@link useAction} returns. */
export interface UseActionResult {
  /** To be spread on the element. */
  readonly props: ActionProps;
  readonly state: ActionState;
  /** Runs the action as a program does; undefined when nothing ran. */
  readonly run: () => Promise<ExecutionOutcome | undefined>;
}
