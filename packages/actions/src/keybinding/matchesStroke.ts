import type { KeyboardPlatform, KeyStroke } from "./Keybinding.ts";
import type { KeyPress } from "./KeyPress.ts";

const letterOrDigit = /^[a-z0-9]$/;
const ascii = /^[\0-\x7F]$/;

/** Whether a key press is a stroke: its key, with exactly its modifiers down. */
export function matchesStroke(
  press: KeyPress,
  stroke: KeyStroke,
  platform: KeyboardPlatform,
): boolean {
  const isMac = platform === "mac";
  // AltGr arrives as Control with Alt on some systems, where it only selects the character.
  const ctrl = press.ctrlKey && press.altGraph !== true;
  const alt = press.altKey && press.altGraph !== true;
  return (
    ctrl === (stroke.ctrl || (stroke.mod && !isMac)) &&
    press.metaKey === (stroke.meta || (stroke.mod && isMac)) &&
    alt === stroke.alt &&
    (press.shiftKey === stroke.shift || isShiftedCharacter(stroke)) &&
    matchesKey(press, stroke)
  );
}

/** For `?` and the like Shift may be what types them, depending on the keyboard's layout. */
function isShiftedCharacter(stroke: KeyStroke): boolean {
  return !stroke.shift && stroke.key.length === 1 && !letterOrDigit.test(stroke.key);
}

function matchesKey(press: KeyPress, stroke: KeyStroke): boolean {
  const key = press.key === " " ? "Space" : press.key;
  if (key.toLowerCase() === stroke.key.toLowerCase()) return true;
  if (!letterOrDigit.test(stroke.key)) return false;
  // Alt and Shift may turn the key into another character, and some layouts have no Latin letters:
  // then the place of the key decides.
  const turned = stroke.alt || (stroke.shift && /\d/.test(stroke.key)) || !ascii.test(press.key);
  return turned && press.altGraph !== true && characterOfCode(press.code) === stroke.key;
}

function characterOfCode(code: string): string | undefined {
  return /^(?:Key|Digit)([A-Z0-9])$/.exec(code)?.[1]?.toLowerCase();
}
