import {
  decideGesture,
  type ExecutionOutcome,
  type Gesture,
  type Trigger,
} from "@action-telemetry/actions";
import type { KeyboardEvent as ReactKeyboardEvent, MouseEvent as ReactMouseEvent } from "react";
import type { ActionControlInput, ActivationOptions } from "./ActionControlInput.ts";
import { isAnchor, routesInside } from "./anchors.ts";
import { catchClick } from "./catchClick.ts";
import { joinRoot, type Root, type RootMember } from "./joinRoot.ts";
import { lendLink } from "./lendLink.ts";
import { readGesture, readKeyGesture, readTrigger } from "./readGesture.ts";
import { createRunTracker, type RunTracker } from "./RunState.ts";
import { runAction } from "./runAction.ts";
import { isSettled, markSettled } from "./settledEvents.ts";
import type { Shown } from "./Shown.ts";
import { isKeyRepeating } from "./watchKeyRepeat.ts";

/** What an event means, whatever kind of event it is. */
interface Cause {
  readonly gesture: Gesture;
  readonly trigger: Trigger;
}

type SetShown = (change: (shown: Shown<ActionControl>) => Shown<ActionControl>) => void;

/**
 * Turns the events of one element into executions. A page may hold thousands of these, so what only
 * a run needs is made by the first run, and its functions never change.
 */
export class ActionControl implements RootMember {
  /** Shows or hides its tooltip; absent where it has none. */
  setTooltip: ((open: boolean) => void) | undefined = undefined;
  /** The element, while it is on a page. */
  element: Element | undefined = undefined;
  private setShown: SetShown | undefined = undefined;
  private input: ActionControlInput | undefined = undefined;
  private tracker: RunTracker | undefined = undefined;
  private watched: Event | undefined = undefined;
  private root: Root | undefined = undefined;

  /** Listens at an element; null stops. */
  readonly ref = (element: Element | null): void => {
    if (this.element !== undefined) this.root?.leave(this.element);
    this.element = element ?? undefined;
    const watchTooltips = this.setTooltip && this.input?.found.actions.looks?.watchTooltips;
    this.root = element === null ? undefined : joinRoot(element, this, watchTooltips);
  };

  /** Deals with a click or auxclick, once. */
  readonly onClick = (event: ReactMouseEvent): void => {
    this.settle(event.nativeEvent, event.currentTarget);
  };

  /** Follows a click or auxclick to its end, in case its handler was replaced. */
  readonly onClickCapture = (event: ReactMouseEvent): void => {
    this.watch(event.nativeEvent, event.currentTarget);
  };

  /** Deals with Enter or Space on an element of which the browser makes no click. */
  onKeyDown({ key, target, currentTarget, nativeEvent }: ReactKeyboardEvent): void {
    if (target !== currentTarget || (key !== "Enter" && key !== " ")) return;
    const trigger = nativeEvent.isTrusted ? "keyboard" : "api";
    this.activate(nativeEvent, currentTarget, { gesture: readKeyGesture(nativeEvent), trigger });
    nativeEvent.preventDefault();
  }

  /** Follows what is rendered. */
  update(input: ActionControlInput): void {
    this.input = input;
  }

  /** Shows what happens to it in what renders it. */
  connect(setShown: SetShown, hasTooltip: boolean): void {
    if (this.setShown !== undefined) return;
    this.setShown = setShown;
    if (!hasTooltip) return;
    this.setTooltip = (isTooltipOpen) => setShown((shown) => ({ ...shown, isTooltipOpen }));
  }

  /** Runs what is rendered, as a program does. */
  async run(): Promise<ExecutionOutcome | undefined> {
    return this.input && runAction(this.input, { trigger: "api" }, this.runs());
  }

  /** Follows an event natively: see {@link catchClick}. */
  watch(event: MouseEvent, element: Element): void {
    if (event === this.watched) return;
    this.watched = event;
    catchClick(event, element, isSettled, () => this.settle(event, element));
  }

  private settle(event: MouseEvent, element: Element): void {
    this.activate(event, element, { gesture: readGesture(event), trigger: readTrigger(event) });
  }

  private activate(event: KeyboardEvent | MouseEvent, element: Element, cause: Cause): void {
    const { input } = this;
    if (input === undefined || isSettled(event)) return;
    markSettled(event);
    if (event.defaultPrevented) return;
    const anchor = isAnchor(element);
    const decision = decide(input, cause, event.isTrusted, element.ownerDocument);
    if (decision.run === "nothing") {
      if (anchor ? cause.gesture.button < 2 : input.disabled) event.preventDefault();
      return;
    }
    const { newTab } = decision;
    const useAlt = decision.run === "alt";
    const lent = anchor && useAlt && newTab ? input.alt?.link : undefined;
    const byBrowser = lent !== undefined || (anchor && decision.navigation === "browser");
    const mayRoute = byBrowser && !newTab && input.found.actions.routesLinks;
    const isRouted = mayRoute && routesInside(input.action?.link, cause.gesture, element);
    const navigation = byBrowser && !isRouted ? "browser" : "executor";
    const options: ActivationOptions = {
      trigger: cause.trigger,
      trusted: event.isTrusted,
      useAlt,
      navigation,
      ...(newTab && { newTab }),
    };
    const run = runAction(input, options, this.runs(), event);
    if (run === undefined || (anchor && navigation === "executor")) event.preventDefault();
    else if (lent !== undefined) lendLink(element, lent);
  }

  private runs(): RunTracker {
    this.tracker ??= createRunTracker(
      (run) => {
        this.setShown?.((shown) => ({ ...shown, run }));
        if (run.error !== undefined) this.root?.tooltips?.refresh(this);
      },
      (callback) => {
        const timer = globalThis.setTimeout(callback);
        return () => globalThis.clearTimeout(timer);
      },
    );
    return this.tracker;
  }
}

const nothing = { run: "nothing" } as const;

function decide(
  { action, alt, disabled, found }: ActionControlInput,
  { gesture, trigger }: Cause,
  trusted: boolean,
  document: Document,
): ReturnType<typeof decideGesture> {
  if (action === undefined || disabled) return nothing;
  if (!trusted && found.actions.syntheticEvents === "ignore") return nothing;
  if (trigger === "keyboard" && isKeyRepeating(document)) return nothing;
  return decideGesture(gesture, action, alt);
}
