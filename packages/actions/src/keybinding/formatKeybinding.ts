import type { Keybinding, KeyboardPlatform, KeyStroke } from "./Keybinding.ts";

const keyLabels: ReadonlyMap<string, string> = new Map([
  ["ArrowDown", "↓"],
  ["ArrowLeft", "←"],
  ["ArrowRight", "→"],
  ["ArrowUp", "↑"],
  ["Escape", "Esc"],
  ["PageDown", "Page Down"],
  ["PageUp", "Page Up"],
]);

/**
 * A keybinding as people on a platform write it: `⌘⇧K` on a Mac, `Ctrl+Shift+K` elsewhere, the
 * strokes of a chord separated by spaces.
 */
export function formatKeybinding(keybinding: Keybinding, platform: KeyboardPlatform): string {
  return keybinding.strokes
    .map((stroke) => (platform === "mac" ? formatOnMac(stroke) : formatElsewhere(stroke)))
    .join(" ");
}

function formatOnMac(stroke: KeyStroke): string {
  const modifiers = [
    stroke.mod || stroke.meta ? "⌘" : "",
    stroke.ctrl ? "⌃" : "",
    stroke.alt ? "⌥" : "",
    stroke.shift ? "⇧" : "",
  ].join("");
  return modifiers + formatKey(stroke.key, modifiers !== "");
}

function formatElsewhere(stroke: KeyStroke): string {
  const modifiers = [
    ...(stroke.mod || stroke.ctrl ? ["Ctrl"] : []),
    ...(stroke.alt ? ["Alt"] : []),
    ...(stroke.shift ? ["Shift"] : []),
    ...(stroke.meta ? ["Meta"] : []),
  ];
  return [...modifiers, formatKey(stroke.key, modifiers.length > 0)].join("+");
}

/** A capital alone would read as the letter with Shift. */
function formatKey(key: string, hasModifiers: boolean): string {
  return keyLabels.get(key) ?? (hasModifiers && key.length === 1 ? key.toUpperCase() : key);
}
