import type { KeyboardEvent } from "react";
import { directionOf } from "../popup/showPopup.ts";
import { rovingKey } from "./rovingKey.ts";

/**
 * Moves the focus within a row or column of controls when the key is one for that.
 *
 * @param event - A keydown on the row.
 * @param selector - Finds the controls in the row.
 * @param isVertical - Whether it is a column.
 */
export function moveFocus(
  event: KeyboardEvent<HTMLElement>,
  selector: string,
  isVertical = false,
): void {
  const { key, currentTarget: row, target } = event;
  const modified = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
  const control = (target as Element).closest<HTMLElement>(selector);
  if (event.defaultPrevented || modified || (control === null && target !== row)) return;
  const controls = [...row.querySelectorAll<HTMLElement>(selector)];
  const direction = isVertical ? "vertical" : directionOf(row);
  const index = control === null ? -1 : controls.indexOf(control);
  const next =
    controls.length === 0 ? undefined : rovingKey(key, index, controls.length, direction);
  if (next === undefined) return;
  event.preventDefault();
  controls[next]?.focus();
}
