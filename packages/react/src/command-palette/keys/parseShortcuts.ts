import { parseKeybinding, type Keybinding } from "@action-telemetry/actions";

/**
 * Parses the keybindings that open a palette.
 *
 * @throws Error when one is malformed.
 */
export function parseShortcuts(shortcuts: readonly string[]): readonly Keybinding[] {
  return shortcuts.map((shortcut) => {
    const parsed = parseKeybinding(shortcut);
    if (parsed.ok) return parsed.value;
    throw new Error(
      `@action-telemetry/react: The palette's shortcut "${shortcut}" is not a keybinding. ${parsed.error.message} ` +
        'Nobody could press it. Write it as "Mod+K", "F1" or "g p".',
    );
  });
}
