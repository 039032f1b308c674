import type { Result } from "../action/Result.ts";
import type { Keybinding, KeyStroke } from "./Keybinding.ts";
import { keyNames } from "./keyNames.ts";

/** Why a keybinding could not be parsed, in words. */
export interface KeybindingError {
  readonly message: string;
}

type Modifier = Exclude<keyof KeyStroke, "key">;

const longestSource = 64;
const mostStrokes = 4;

const modifiersByName: ReadonlyMap<string, Modifier> = new Map([
  ["mod", "mod"],
  ["ctrl", "ctrl"],
  ["control", "ctrl"],
  ["alt", "alt"],
  ["option", "alt"],
  ["shift", "shift"],
  ["meta", "meta"],
  ["cmd", "meta"],
  ["command", "meta"],
]);

/** The modifiers in the order of the canonical spelling, with their names there. */
const canonicalModifiers: readonly (readonly [Modifier, string])[] = [
  ["mod", "Mod"],
  ["ctrl", "Ctrl"],
  ["alt", "Alt"],
  ["shift", "Shift"],
  ["meta", "Meta"],
];

/** One character that can be seen. */
const character = /^[^\p{C}\p{M}\p{Z}]$/u;

/**
 * Parses a keybinding: strokes separated by spaces, each a key with modifiers before it, such as
 * `Mod+K`, `Shift+Alt+W`, `F1`, `?` or `g d`. Names and letters may be in either case.
 */
export function parseKeybinding(source: string): Result<Keybinding, KeybindingError> {
  if (source.length > longestSource) return fail("It is too long.");
  const words = source.trim().split(/\s+/u);
  if (words.length > mostStrokes) return fail(`It has more than ${mostStrokes} strokes.`);
  const strokes: KeyStroke[] = [];
  for (const word of words) {
    const stroke = parseStroke(word);
    if (!stroke.ok) return stroke;
    strokes.push(stroke.value);
  }
  return {
    ok: true,
    value: Object.freeze({
      source: strokes.map(toCanonical).join(" "),
      strokes: Object.freeze(strokes),
    }),
  };
}

function parseStroke(word: string): Result<KeyStroke, KeybindingError> {
  // "Mod++" and "+" bind the plus key, which is the separator as well.
  const endsInPlus = word === "+" || word.endsWith("++");
  const parts = endsInPlus ? [...word.slice(0, -1).split("+").slice(0, -1), "+"] : word.split("+");
  const key = parseKey(parts.at(-1) ?? "");
  if (key === undefined) return fail(`“${word}” ends in no key that can be bound.`);
  const down = new Set<Modifier>();
  for (const name of parts.slice(0, -1)) {
    const modifier = modifiersByName.get(name.toLowerCase());
    if (modifier === undefined) return fail(`“${name}” is no modifier.`);
    down.add(modifier);
  }
  const has = (modifier: Modifier): boolean => down.has(modifier);
  return {
    ok: true,
    value: Object.freeze({
      key,
      mod: has("mod"),
      ctrl: has("ctrl"),
      alt: has("alt"),
      shift: has("shift"),
      meta: has("meta"),
    }),
  };
}

function parseKey(name: string): string | undefined {
  const lower = name.toLowerCase();
  return keyNames.get(lower) ?? (character.test(lower) ? lower : undefined);
}

function toCanonical(stroke: KeyStroke): string {
  const names = canonicalModifiers.filter(([modifier]) => stroke[modifier]).map(([, name]) => name);
  return [...names, stroke.key].join("+");
}

function fail(message: string): Result<never, KeybindingError> {
  return { ok: false, error: { message } };
}
