import {
  decideGesture,
  type ExecutionOutcome,
  type Gesture,
  type GestureDecision,
  type Trigger,
} from "@action-telemetry/actions";
import type { ActionControlInput } from "./ActionControl.ts";
import { catchClick } from "./catchClick.ts";
import { lendLink } from "./lendLink.ts";
import { readGesture, readKeyGesture, readTrigger } from "./readGesture.ts";
import { createRunTracker, type RunState } from "./RunState.ts";
import { runAction } from "./runAction.ts";
import { isSettled, markSettled } from "./settledEvents.ts";
import { isKeyRepeating, watchKeyRepeat } from "./watchKeyRepeat.ts";

/** What turns the events of one element into executions. */
export interface ActionControl {
  /** Follows what is rendered. */
  update(input: ActionControlInput): void;
  /** Runs what is rendered, as a program does. */
  run(): Promise<ExecutionOutcome | undefined>;
  /** Deals with a click or auxclick, once. */
  settle(event: MouseEvent, element: Element): void;
  /** Deals with Enter or Space on an element of which the browser makes no click. */
  press(event: KeyboardEvent, element: Element): void;
  /** Follows a click or auxclick to its end, in case its handler was replaced. */
  watch(event: MouseEvent, element: Element): void;
  /** Listens at an element; null stops. */
  attach(element: Element | null): void;
}

/** What an event means, whatever kind of event it is. */
interface Cause {
  readonly gesture: Gesture;
  readonly trigger: Trigger;
}

const clickTypes = ["click", "auxclick"] as const;

/**
 * Makes the control of one rendered action.
 *
 * @param show - Called when what the control shows of its runs changes.
 */
export function createActionControl(show: (state: RunState) => void): ActionControl {
  let input: ActionControlInput | undefined;
  let watched: Event | undefined;
  let detach: (() => void) | undefined;
  const tracker = createRunTracker(show, (callback) => {
    const timer = globalThis.setTimeout(callback);
    return () => globalThis.clearTimeout(timer);
  });

  function activate(event: KeyboardEvent | MouseEvent, element: Element, cause: Cause): void {
    if (input === undefined || isSettled(event)) return;
    markSettled(event);
    if (event.defaultPrevented) return;
    const anchor = isAnchor(element);
    const decision = decide(input, cause, event.isTrusted, element.ownerDocument);
    if (decision.run === "nothing") {
      if (anchor ? cause.gesture.button < 2 : input.disabled) event.preventDefault();
      return;
    }
    const useAlt = decision.run === "alt";
    const lent = anchor && useAlt && decision.newTab ? input.alt?.link : undefined;
    const byBrowser = lent !== undefined || (anchor && decision.navigation === "browser");
    const routed = byBrowser && !decision.newTab && routesInside(input, cause.gesture, element);
    const navigation = byBrowser && !routed ? "browser" : "executor";
    const newTab = decision.newTab ? { newTab: true } : {};
    const { trigger } = cause;
    const options = { trigger, trusted: event.isTrusted, useAlt, navigation, ...newTab } as const;
    const run = runAction(input, options, tracker, event);
    if (run === undefined || (anchor && navigation === "executor")) event.preventDefault();
    else if (lent !== undefined) lendLink(element, lent);
  }

  function settle(event: MouseEvent, element: Element): void {
    activate(event, element, { gesture: readGesture(event), trigger: readTrigger(event) });
  }

  function watch(event: MouseEvent, element: Element): void {
    if (event === watched) return;
    watched = event;
    catchClick(event, element, isSettled, () => settle(event, element));
  }

  return {
    update: (next) => {
      input = next;
    },
    run: async () => input && runAction(input, { trigger: "api" }, tracker),
    settle,
    press(event, element) {
      const trigger = event.isTrusted ? "keyboard" : "api";
      activate(event, element, { gesture: readKeyGesture(event), trigger });
      event.preventDefault();
    },
    watch,
    attach(element) {
      detach?.();
      detach = element === null ? undefined : listen(element, watch);
    },
  };
}

function listen(element: Element, watch: ActionControl["watch"]): () => void {
  const onEvent = (event: Event) => watch(event as MouseEvent, element);
  const unwatchKeys = watchKeyRepeat(element.ownerDocument);
  for (const type of clickTypes) element.addEventListener(type, onEvent, true);
  return () => {
    unwatchKeys();
    for (const type of clickTypes) element.removeEventListener(type, onEvent, true);
  };
}

const nothing: GestureDecision = { run: "nothing" };

function decide(
  input: ActionControlInput,
  { gesture, trigger }: Cause,
  trusted: boolean,
  document: Document,
): GestureDecision {
  if (input.action === undefined || input.disabled) return nothing;
  if (!trusted && input.syntheticEvents === "ignore") return nothing;
  if (trigger === "keyboard" && isKeyRepeating(document)) return nothing;
  return decideGesture(gesture, input.action, input.alt);
}

function isAnchor(element: Element): boolean {
  return element.localName === "a" && element.hasAttribute("href");
}

/**
 * Whether the application follows this link: a plain click, within its origin and this tab. Shift asks
 * a browser for a window, Alt and `download` for a file, which no router has.
 */
function routesInside(input: ActionControlInput, gesture: Gesture, element: Element): boolean {
  if (!input.routesLinks || input.action?.link?.external !== false) return false;
  if (gesture.shiftKey || gesture.altKey) return false;
  return !element.hasAttribute("target") && !element.hasAttribute("download");
}
