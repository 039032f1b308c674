import type { KeyPress } from "@action-telemetry/actions";

/** The facts of a keydown event. Inside an open shadow root the real target is looked at. */
export function readKeyPress(event: KeyboardEvent): KeyPress {
  const { key, code, ctrlKey, altKey, shiftKey, metaKey, repeat } = event;
  return {
    key,
    code,
    ctrlKey,
    altKey,
    shiftKey,
    metaKey,
    repeat,
    altGraph: event.getModifierState("AltGraph"),
    // Safari ends a composition before the Enter that ended it; that event still says 229.
    isComposing: event.isComposing || event.keyCode === 229,
    // A function key makes no text, so a text field has no claim to it.
    editable: !functionKey.test(key) && isEditable(event.composedPath()[0]),
  };
}

const functionKey = /^F\d{1,2}$/;
const textInputs =
  /^(?:text|search|url|tel|email|password|number|date|time|month|week|datetime-local)$/;

/** Whether an element takes text. */
function isEditable(target: EventTarget | undefined): boolean {
  const element = target as Partial<HTMLElement> & { readonly type?: string };
  if (element.isContentEditable === true) return true;
  if (element.localName === "input") return textInputs.test(element.type ?? "text");
  return element.localName === "textarea" || element.localName === "select";
}
