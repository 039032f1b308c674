import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isDeepEqual } from "../context/isDeepEqual.ts";
import { formatKeybinding } from "./formatKeybinding.ts";
import { isCharacterKeybinding } from "./isCharacterKeybinding.ts";
import type { Keybinding } from "./Keybinding.ts";
import { parseKeybinding } from "./parseKeybinding.ts";
import { toAriaKeyShortcuts } from "./toAriaKeyShortcuts.ts";

function parse(source: string): Keybinding {
  const parsed = parseKeybinding(source);
  if (!parsed.ok) throw new Error(`${source}: ${parsed.error.message}`);
  return parsed.value;
}

describe("a keybinding", () => {
  test.each([
    // source, canonical, on a Mac, elsewhere, aria-keyshortcuts on a Mac, elsewhere
    ["Mod+K", "Mod+k", "⌘K", "Ctrl+K", "Meta+K", "Control+K"],
    ["shift+mod+k", "Mod+Shift+k", "⌘⇧K", "Ctrl+Shift+K", "Shift+Meta+K", "Control+Shift+K"],
    ["Shift+Alt+W", "Alt+Shift+w", "⌥⇧W", "Alt+Shift+W", "Alt+Shift+W", "Alt+Shift+W"],
    [
      "Control+Option+Cmd+x",
      "Ctrl+Alt+Meta+x",
      "⌘⌃⌥X",
      "Ctrl+Alt+Meta+X",
      "Control+Alt+Meta+X",
      "Control+Alt+Meta+X",
    ],
    ["F1", "F1", "F1", "F1", "F1", "F1"],
    ["?", "?", "?", "?", "?", "?"],
    ["g", "g", "g", "g", "G", "G"],
    ["esc", "Escape", "Esc", "Esc", "Escape", "Escape"],
    ["Mod+Up", "Mod+ArrowUp", "⌘↑", "Ctrl+↑", "Meta+ArrowUp", "Control+ArrowUp"],
    ["Mod++", "Mod++", "⌘+", "Ctrl++", "Meta+Plus", "Control+Plus"],
    ["Plus", "+", "+", "+", "Plus", "Plus"],
    ["Alt+Space", "Alt+Space", "⌥Space", "Alt+Space", "Alt+Space", "Alt+Space"],
    ["g d", "g d", "g d", "g d", undefined, undefined],
    [" Mod+K  Mod+S ", "Mod+k Mod+s", "⌘K ⌘S", "Ctrl+K Ctrl+S", undefined, undefined],
    ["Shift+ß", "Shift+ß", "⇧ß", "Shift+ß", "Shift+ß", "Shift+ß"],
  ])("%j is parsed, and written as people on each platform write it", (source, ...expected) => {
    const keybinding = parse(source);
    const [canonical, mac, other, macAria, otherAria] = expected;
    expect(keybinding.source).toBe(canonical);
    expect(formatKeybinding(keybinding, "mac").toUpperCase()).toBe(mac?.toUpperCase());
    expect(formatKeybinding(keybinding, "other").toUpperCase()).toBe(other?.toUpperCase());
    expect(toAriaKeyShortcuts([keybinding], "mac")?.toUpperCase()).toBe(macAria?.toUpperCase());
    expect(toAriaKeyShortcuts([keybinding], "other")?.toUpperCase()).toBe(otherAria?.toUpperCase());
  });

  test("shows a letter without modifiers in lower case, since a capital would mean Shift", () => {
    expect(formatKeybinding(parse("G D"), "other")).toBe("g d");
    expect(formatKeybinding(parse("Mod+g"), "other")).toBe("Ctrl+G");
  });

  test.each([
    ["", "ends in no key"],
    ["Mod+", "ends in no key"],
    ["Mod", "ends in no key"],
    ["Hyper+K", "“Hyper” is no modifier"],
    ["ab", "ends in no key"],
    ["K+Mod", "ends in no key"],
    ["a b c d e", "more than 4 strokes"],
    ["x".repeat(65), "too long"],
    ["Mod+\u202E", "ends in no key"],
    ["__proto__", "ends in no key"],
  ])("%j is refused", (source, message) => {
    expect(parseKeybinding(source)).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining(message) as unknown },
    });
  });

  test("is an error or its canonical spelling, whatever the source", () => {
    const piece = fc.constantFrom(
      "Mod",
      "shift",
      "Alt",
      "+",
      " ",
      "a",
      "F1",
      "?",
      "ctrl",
      "é",
      "\t",
    );
    const isCanonical = fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const parsed = parseKeybinding(pieces.join(""));
      return !parsed.ok || isDeepEqual(parse(parsed.value.source), parsed.value);
    });
    expect(() => {
      fc.assert(isCanonical, { numRuns: 500 });
    }).not.toThrow();
  });
});

test.each([
  ["g d", true],
  ["?", true],
  ["Shift+A", true],
  ["Mod+K", false],
  ["Alt+Z", false],
  ["F1", false],
  ["Mod+K s", false],
])("whether %j is made of characters alone is %s", (source, expected) => {
  expect(isCharacterKeybinding(parse(source))).toBe(expected);
});
