import type { Gesture, Trigger } from "@action-telemetry/actions";

/** The facts of a click or auxclick. */
export function readGesture(event: MouseEvent): Gesture {
  const { button, altKey, ctrlKey, metaKey, shiftKey } = event;
  const type = event.type === "auxclick" ? "auxclick" : "click";
  return { type, button, altKey, ctrlKey, metaKey, shiftKey };
}

/** The click that Enter or Space stands for where the browser makes none of it. */
export function readKeyGesture(event: Modifiers): Gesture {
  const { altKey, ctrlKey, metaKey, shiftKey } = event;
  return { type: "click", button: 0, altKey, ctrlKey, metaKey, shiftKey };
}

type Modifiers = Pick<KeyboardEvent, "altKey" | "ctrlKey" | "metaKey" | "shiftKey">;

/**
 * What a click was made with. Browsers and assistive technology make a click without a click count
 * of Enter and Space; an event that a script dispatched comes from neither hand nor key.
 */
export function readTrigger(event: MouseEvent): Trigger {
  if (!event.isTrusted) return "api";
  return event.type === "click" && event.detail === 0 ? "keyboard" : "pointer";
}
