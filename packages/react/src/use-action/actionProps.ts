import { toAriaKeyShortcuts, type KeyboardPlatform } from "@action-telemetry/actions";
import type { KeyboardEvent, MouseEvent, RefCallback } from "react";
import type { ActionState } from "./ActionState.ts";
import type { ActionControl } from "./createActionControl.ts";
import { linkAttributes } from "./linkAttributes.ts";

/** The handlers that turn events into executions. They never change. */
export interface ActionHandlers {
  readonly ref: RefCallback<Element>;
  readonly onClick: (event: MouseEvent) => void;
  readonly onAuxClick: (event: MouseEvent) => void;
  readonly onClickCapture: (event: MouseEvent) => void;
  readonly onAuxClickCapture: (event: MouseEvent) => void;
  /** For elements that are neither button nor link. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** What to spread on the element that runs an action. */
export interface ActionProps extends Omit<ActionHandlers, "onKeyDown"> {
  readonly type?: "button";
  readonly role?: "button" | "link";
  readonly tabIndex?: 0;
  readonly href?: string;
  readonly target?: "_blank";
  readonly rel?: string;
  readonly referrerPolicy?: "no-referrer";
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly "aria-pressed"?: boolean;
  readonly "aria-disabled"?: true;
  readonly "aria-busy"?: true;
  readonly "aria-keyshortcuts"?: string;
  readonly "data-action"?: string;
  readonly "data-kind": ActionState["kind"];
  readonly "data-pressed"?: "";
  readonly "data-disabled"?: "";
  readonly "data-running"?: "";
  readonly "data-failed"?: "";
}

/** The handlers of a control. */
export function actionHandlers(control: ActionControl): ActionHandlers {
  const settle = (event: MouseEvent) => control.settle(event.nativeEvent, event.currentTarget);
  const watch = (event: MouseEvent) => control.watch(event.nativeEvent, event.currentTarget);
  return {
    ref: control.attach,
    onClick: settle,
    onAuxClick: settle,
    onClickCapture: watch,
    onAuxClickCapture: watch,
    onKeyDown({ key, target, currentTarget, nativeEvent }) {
      if (target !== currentTarget || (key !== "Enter" && key !== " ")) return;
      control.press(nativeEvent, currentTarget);
    },
  };
}

/**
 * The props of an element that runs an action.
 *
 * @param native - Whether the element is a `<button>` or an `<a>`; any other element is given a role,
 *   a place in the tab order and the keys of a button.
 */
export function actionProps(
  state: ActionState,
  handlers: ActionHandlers,
  native: boolean,
  platform: KeyboardPlatform,
): ActionProps {
  const { action, kind, disabled, running, pressed, error } = state;
  const { onKeyDown, ...clicks } = handlers;
  const shortcuts = action && toAriaKeyShortcuts(action.keybindings, platform);
  const held = running && action?.allowOverlap !== true;
  return {
    ...clicks,
    ...(native ? elementProps(state) : { ...genericProps(kind), onKeyDown }),
    ...(pressed === undefined || kind === "noop" ? {} : { "aria-pressed": pressed }),
    ...(disabled || held ? { "aria-disabled": true } : {}),
    ...(running ? { "aria-busy": true, "data-running": "" } : {}),
    ...(shortcuts === undefined ? {} : { "aria-keyshortcuts": shortcuts }),
    ...(action === undefined ? {} : { "data-action": action.id }),
    "data-kind": kind,
    ...(pressed === true ? { "data-pressed": "" } : {}),
    ...(disabled ? { "data-disabled": "" } : {}),
    ...(error === undefined ? {} : { "data-failed": "" }),
  };
}

function genericProps(kind: ActionState["kind"]): Partial<ActionProps> {
  return kind === "noop" ? {} : { role: kind === "link" ? "link" : "button", tabIndex: 0 };
}

function elementProps(state: ActionState): Partial<ActionProps> {
  const { action, kind, disabled } = state;
  if (kind === "noop") return {};
  if (kind !== "link") return { type: "button" };
  // A link that leads nowhere has no address: it keeps its role and its place in the tab order.
  if (disabled || action?.link === undefined) return { role: "link", tabIndex: 0 };
  const { referrerpolicy, ...attributes } = linkAttributes(action.link);
  // A toggle that is a link still says that it is a toggle, which only a button can.
  const role = state.pressed === undefined ? {} : { role: "button" as const };
  return { ...attributes, ...role, ...(referrerpolicy && { referrerPolicy: referrerpolicy }) };
}
