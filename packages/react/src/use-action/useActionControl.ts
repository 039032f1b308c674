import { useInsertionEffect, useState } from "react";
import { useActions, type Actions } from "../actions-provider/useActions.ts";
import { ActionControl } from "./ActionControl.ts";
import { describeState, type ActionState } from "./ActionState.ts";
import { idle } from "./RunState.ts";
import type { Shown } from "./Shown.ts";
import type { UseActionOptions } from "./UseActionOptions.ts";
import { useResolvedActions } from "./useResolvedActions.ts";

/** A control as it is rendered. */
export interface RenderedControl {
  readonly control: ActionControl;
  readonly state: ActionState;
  readonly found: Actions;
  readonly isTooltipOpen: boolean;
}

const createShown = (): Shown<ActionControl> => ({
  control: new ActionControl(),
  run: idle,
  isTooltipOpen: false,
});

/**
 * The control of one rendered action, and what there is to show of it.
 *
 * @param hasTooltip - Whether what renders it shows a tooltip.
 */
export function useActionControl(options: UseActionOptions, hasTooltip: boolean): RenderedControl {
  const found = useActions();
  const { action, alt } = useResolvedActions(options.action, options.alt, found.actions);
  const [{ control, run, isTooltipOpen }, setShown] = useState(createShown);
  const disabled = options.disabled ?? false;
  const state = describeState(action, alt, run, disabled, found.actions.messages.unavailable);
  // Handlers read what was last committed, never what a render that was given up would have shown.
  useInsertionEffect(() => {
    control.update({ action, alt, disabled: state.disabled, found, options });
    control.connect(setShown, hasTooltip);
  });
  return { control, state, found, isTooltipOpen };
}
