import type { KeyboardEvent } from "react";
import { rovingKey } from "./rovingKey.ts";

/**
 * Moves the focus within a row of controls when the key is one for that.
 *
 * @param event - A keydown on the row.
 * @param selector - Finds the controls in the row.
 */
export function moveFocus(event: KeyboardEvent<HTMLElement>, selector: string): void {
  const { key, currentTarget: row, target } = event;
  const modified = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
  const control = (target as Element).closest<HTMLElement>(selector);
  if (event.defaultPrevented || control === null || modified) return;
  const controls = [...row.querySelectorAll<HTMLElement>(selector)];
  const style = row.ownerDocument.defaultView?.getComputedStyle(row);
  const direction = style?.direction === "rtl" ? "rtl" : "ltr";
  const next = rovingKey(key, controls.indexOf(control), controls.length, direction);
  if (next === undefined) return;
  event.preventDefault();
  controls[next]?.focus();
}
