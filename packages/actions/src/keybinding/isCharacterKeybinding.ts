import type { Keybinding } from "./Keybinding.ts";

const character = /^.$/u;

/**
 * Whether a keybinding is made of characters alone, without Control, Alt, Command or function keys.
 * People who speak or dictate hit those by accident, so they can be switched off (WCAG 2.1.4).
 */
export function isCharacterKeybinding(keybinding: Keybinding): boolean {
  return keybinding.strokes.every(
    ({ key, mod, ctrl, alt, meta }) => !mod && !ctrl && !alt && !meta && character.test(key),
  );
}
