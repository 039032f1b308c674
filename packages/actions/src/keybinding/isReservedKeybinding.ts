import type { Keybinding } from "./Keybinding.ts";

/** Characters, which text fields keep to themselves anyway, and function keys. */
const free = /^(?:.|F\d+)$/u;

/**
 * Whether a keybinding begins with a key that people move and type with (Tab, Enter, Escape, the
 * arrows, …), without Control, Alt or Command. Taken by an extension, it could trap them.
 */
export function isReservedKeybinding(keybinding: Keybinding): boolean {
  const [first] = keybinding.strokes;
  if (first === undefined || first.mod || first.ctrl || first.alt || first.meta) return false;
  return !free.test(first.key);
}
