import type { KeyboardEvent, MouseEvent, RefCallback } from "react";
import type { ActionsContextValue } from "../actions-provider/ActionsContext.ts";
import type { ActionControl } from "./ActionControl.ts";
import type { ActionState } from "./ActionState.ts";
import { linkAttributes } from "./linkAttributes.ts";

/** What to spread on the element that runs an action. */
export interface ActionProps {
  readonly ref: RefCallback<Element>;
  readonly onClick: (event: MouseEvent) => void;
  readonly onAuxClick: (event: MouseEvent) => void;
  readonly onClickCapture: (event: MouseEvent) => void;
  readonly onAuxClickCapture: (event: MouseEvent) => void;
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

/**
 * The props of an element that runs an action. They are set one by one: a page may hold thousands of
 * these, and objects made by spreading others are many times slower to make.
 *
 * @param native - Whether the element is a `<button>` or an `<a>`; any other element is given a role,
 *   a place in the tab order and the keys of a button.
 */
export function actionProps(
  state: ActionState,
  control: ActionControl,
  native: boolean,
  { looks, platform }: Pick<ActionsContextValue, "looks" | "platform">,
): ActionProps {
  const { action, kind, disabled, running, pressed } = state;
  const props: Writable<ActionProps> = {
    ref: control.ref,
    onClick: control.onClick,
    onAuxClick: control.onClick,
    onClickCapture: control.onClickCapture,
    onAuxClickCapture: control.onClickCapture,
    "data-kind": kind,
  };
  if (kind !== "noop") {
    if (!native) addGenericProps(props, kind, control);
    else if (kind === "link") addLinkProps(props, state);
    else props.type = "button";
    if (pressed !== undefined) props["aria-pressed"] = pressed;
  }
  if (disabled || (running && action?.allowOverlap !== true)) props["aria-disabled"] = true;
  if (running) {
    props["aria-busy"] = true;
    props["data-running"] = "";
  }
  if (action !== undefined) {
    props["data-action"] = action.id;
    const { keybindings } = action;
    // Without a provider nobody listens for keys.
    const shortcuts = keybindings.length > 0 && looks?.ariaShortcuts(keybindings, platform);
    if (shortcuts) props["aria-keyshortcuts"] = shortcuts;
  }
  if (pressed === true) props["data-pressed"] = "";
  if (disabled) props["data-disabled"] = "";
  if (state.error !== undefined) props["data-failed"] = "";
  return props;
}

function addGenericProps(
  props: Writable<ActionProps>,
  kind: "command" | "link",
  control: ActionControl,
): void {
  props.role = kind === "link" ? "link" : "button";
  props.tabIndex = 0;
  props.onKeyDown = (event) => control.onKeyDown(event);
}

function addLinkProps(
  props: Writable<ActionProps>,
  { action, disabled, pressed }: ActionState,
): void {
  if (disabled || action?.link === undefined) {
    // A link that leads nowhere has no address: it keeps its role and its place in the tab order.
    props.role = "link";
    props.tabIndex = 0;
    return;
  }
  const { href, target, rel, referrerpolicy } = linkAttributes(action.link);
  props.href = href;
  if (target !== undefined) props.target = target;
  if (rel !== undefined) props.rel = rel;
  if (referrerpolicy !== undefined) props.referrerPolicy = referrerpolicy;
  // A toggle that is a link still says that it is a toggle, which only a button can.
  if (pressed !== undefined) props.role = "button";
}

type Writable<Value> = { -readonly [Key in keyof Value]: Value[Key] };
