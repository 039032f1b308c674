import type { Keybinding, KeyboardPlatform, KeyStroke } from "@action-telemetry/actions";

/** How keys are written on them. */
const names: Readonly<Record<string, string>> = {
  " ": "Space",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  Backspace: "⌫",
  Delete: "Del",
  Enter: "↵",
  Escape: "Esc",
  PageDown: "PgDn",
  PageUp: "PgUp",
  Tab: "⇥",
};

/**
 * The keys of a keybinding in the order in which they are written on this keyboard, those of a chord
 * one stroke after the other.
 */
export function keybindingToKeys(
  { strokes }: Keybinding,
  platform: KeyboardPlatform,
): readonly string[] {
  return strokes.flatMap((stroke) => strokeToKeys(stroke, platform));
}

function strokeToKeys(stroke: KeyStroke, platform: KeyboardPlatform): readonly string[] {
  const mac = platform === "mac";
  const { mod, ctrl, alt, shift, meta, key } = stroke;
  const keys: string[] = [];
  if (ctrl || (mod && !mac)) keys.push(mac ? "⌃" : "Ctrl");
  if (alt) keys.push(mac ? "⌥" : "Alt");
  if (shift) keys.push(mac ? "⇧" : "Shift");
  if (meta || (mod && mac)) keys.push(mac ? "⌘" : "Meta");
  keys.push(names[key] ?? (key.length === 1 ? key.toUpperCase() : key));
  return keys;
}
