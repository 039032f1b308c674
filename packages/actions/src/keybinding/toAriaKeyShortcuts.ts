import type { Keybinding, KeyboardPlatform } from "./Keybinding.ts";

/**
 * The value of the `aria-keyshortcuts` attribute for keybindings: alternatives separated by spaces.
 * Chords are left out, which the attribute cannot express. Undefined when nothing is left.
 */
export function toAriaKeyShortcuts(
  keybindings: readonly Keybinding[],
  platform: KeyboardPlatform,
): string | undefined {
  const shortcuts = keybindings.flatMap(({ strokes }) => {
    const [stroke] = strokes;
    if (stroke === undefined || strokes.length > 1) return [];
    const isMac = platform === "mac";
    return [
      [
        ...(stroke.ctrl || (stroke.mod && !isMac) ? ["Control"] : []),
        ...(stroke.alt ? ["Alt"] : []),
        ...(stroke.shift ? ["Shift"] : []),
        ...(stroke.meta || (stroke.mod && isMac) ? ["Meta"] : []),
        stroke.key === "+"
          ? "Plus"
          : stroke.key.length === 1
            ? stroke.key.toUpperCase()
            : stroke.key,
      ].join("+"),
    ];
  });
  return shortcuts.length === 0 ? undefined : shortcuts.join(" ");
}
