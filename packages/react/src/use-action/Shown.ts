import type { RunState } from "./RunState.ts";

/** What a control shows besides its action: one state, since a page may hold thousands of these. */
export interface Shown<Control> {
  readonly control: Control;
  readonly run: RunState;
  readonly isTooltipOpen: boolean;
}
