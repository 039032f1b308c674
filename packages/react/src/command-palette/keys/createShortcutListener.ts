import { createKeybindingMatcher, type KeyboardPlatform } from "@action-telemetry/actions";
import { readKeyPress } from "../../keyboard/readKeyPress.ts";
import { parseShortcuts } from "./parseShortcuts.ts";

/** Listens for the keybindings that open and close a palette. */
export interface ShortcutListener {
  /** Deals with a keydown event; one that belongs to a keybinding is prevented. */
  press(event: KeyboardEvent): void;
  /** Forgets what was pressed of a chord. */
  reset(): void;
}

/**
 * Makes a listener.
 *
 * @param shortcuts - The keybindings, as one text separated by commas: a value that stays equal.
 * @param toggle - Called for each of them that is pressed.
 * @throws Error when a keybinding is malformed.
 */
export function createShortcutListener(
  shortcuts: string,
  platform: KeyboardPlatform,
  toggle: () => void,
): ShortcutListener {
  const parsed = shortcuts === "" ? [] : parseShortcuts(shortcuts.split(","));
  const keybindings = parsed.map((keybinding) => ({ actionId: "palette", keybinding }));
  const matcher = createKeybindingMatcher({
    platform,
    getKeybindings: () => keybindings,
    onDeferredMatch: toggle,
  });
  return {
    press(event) {
      if (event.defaultPrevented) return;
      const match = matcher.press(readKeyPress(event));
      if (match.kind !== "none") event.preventDefault();
      if (match.kind === "matched") toggle();
    },
    reset: () => matcher.reset(),
  };
}
