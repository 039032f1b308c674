import { describe, expect, test } from "vitest";
import { createManualTimers } from "../platform/createManualTimers.ts";
import {
  createKeybindingMatcher,
  type KeybindingMatcherOptions,
} from "./createKeybindingMatcher.ts";
import type { KeyPress } from "./KeyPress.ts";
import { parseKeybinding } from "./parseKeybinding.ts";

const bindings: readonly (readonly [string, string])[] = [
  ["palette", "Mod+K"],
  ["save", "Mod+K Mod+S"],
  ["definition", "g d"],
  ["home", "g"],
  ["top", "g g"],
  ["wrap", "Alt+Z"],
  ["help", "?"],
  ["files", "F1"],
  ["blame", "Shift+B"],
  ["first", "Mod+E"],
  ["second", "Mod+E"],
  ["digit", "Shift+1"],
];

const targets = bindings.map(([actionId, source]) => {
  const parsed = parseKeybinding(source);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return { actionId, keybinding: parsed.value };
});

function setUp(options: Partial<KeybindingMatcherOptions> = {}) {
  const timers = createManualTimers();
  const deferred: string[] = [];
  const matcher = createKeybindingMatcher({
    platform: "other",
    getKeybindings: () => targets,
    onDeferredMatch: (actionIds) => deferred.push(...actionIds),
    timers,
    ...options,
  });
  return { matcher, timers, deferred };
}

function press(key: string, facts: Partial<KeyPress> = {}): KeyPress {
  return {
    key,
    code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key,
    ctrlKey: false,
    altKey: false,
    shiftKey: false,
    metaKey: false,
    isComposing: false,
    repeat: false,
    editable: false,
    ...facts,
  };
}

const matched = (...actionIds: readonly string[]) => ({ kind: "matched", actionIds });
const none = { kind: "none" };
const pending = { kind: "pending" };
const held = { kind: "held" };

describe("a key press", () => {
  test.each<[string, KeyPress, object]>([
    ["F1 runs its action", press("F1"), matched("files")],
    ["with a modifier runs its action", press("z", { altKey: true }), matched("wrap")],
    [
      "that Option turned into a sign runs it, too",
      press("Ω", { code: "KeyZ", altKey: true }),
      matched("wrap"),
    ],
    [
      "? runs its action, Shift being what types it",
      press("?", { shiftKey: true }),
      matched("help"),
    ],
    ["? runs its action on layouts without Shift", press("?"), matched("help")],
    ["Shift+B runs its action", press("B", { shiftKey: true }), matched("blame")],
    ["B with Caps Lock is not Shift+B", press("B"), none],
    [
      "Shift+1 runs its action though it types a sign",
      press("!", { code: "Digit1", shiftKey: true }),
      matched("digit"),
    ],
    ["with a modifier too many runs nothing", press("F1", { ctrlKey: true }), none],
    ["with Command instead of Control runs nothing", press("e", { metaKey: true }), none],
    [
      "on a layout without Latin letters runs by place",
      press("у", { code: "KeyE", ctrlKey: true }),
      matched("first", "second"),
    ],
    [
      "on another Latin layout runs by letter",
      press("e", { code: "KeyD", ctrlKey: true }),
      matched("first", "second"),
    ],
    [
      "that makes a character with AltGr is text",
      press("€", { code: "KeyE", ctrlKey: true, altKey: true, altGraph: true }),
      none,
    ],
    [
      "that AltGr makes the character of, in a text field, is text",
      press("?", { ctrlKey: true, altKey: true, altGraph: true, editable: true }),
      none,
    ],
    ["of a modifier alone is nothing", press("Control", { ctrlKey: true }), none],
    ["without a binding is nothing", press("q"), none],
  ])("%s", (_title, keyPress, expected) => {
    expect(setUp().matcher.press(keyPress)).toEqual(expected);
  });

  test("takes Command for Mod on a Mac", () => {
    const { matcher } = setUp({ platform: "mac" });
    expect(matcher.press(press("e", { ctrlKey: true }))).toEqual(none);
    expect(matcher.press(press("e", { metaKey: true }))).toEqual(matched("first", "second"));
  });
});

describe("while text is written", () => {
  test.each<[string, Partial<KeyPress>]>([
    ["an input method composes", { isComposing: true }],
    ["an input method took the key", { key: "Process" }],
    ["a dead key waits for its letter", { key: "Dead" }],
  ])("nothing runs when %s, even with a modifier", (_name, facts) => {
    expect(setUp().matcher.press(press("e", { ctrlKey: true, ...facts }))).toEqual(none);
  });

  test.each<[string, KeyPress, object]>([
    ["a character", press("?", { editable: true }), none],
    ["a function key", press("F1", { editable: true }), none],
    [
      "a character with Control",
      press("e", { editable: true, ctrlKey: true }),
      matched("first", "second"),
    ],
    ["a character with Alt", press("z", { editable: true, altKey: true }), matched("wrap")],
  ])("in a field %s means this", (_name, keyPress, expected) => {
    expect(setUp().matcher.press(keyPress)).toEqual(expected);
  });

  test("a chord begun elsewhere does not swallow the text of a field", () => {
    const { matcher, deferred } = setUp();
    matcher.press(press("g"));
    expect(matcher.press(press("d", { editable: true }))).toEqual(none);
    expect(deferred).toEqual(["home"]);
  });
});

describe("a chord", () => {
  test("runs when its last stroke comes in time", () => {
    const { matcher, timers, deferred } = setUp();
    expect(matcher.press(press("g"))).toEqual(pending);
    timers.advance(499);
    expect(matcher.press(press("d"))).toEqual(matched("definition"));
    timers.advance(1000);
    expect(deferred).toEqual([]);
  });

  test("gives way to the binding it begins with when nothing comes", () => {
    const { matcher, timers, deferred } = setUp();
    matcher.press(press("g"));
    timers.advance(500);
    expect(deferred).toEqual(["home"]);
    expect(matcher.press(press("d"))).toEqual(none);
  });

  test("gives way to the binding it begins with when another key comes, which counts as well", () => {
    const { matcher, deferred } = setUp();
    matcher.press(press("g"));
    expect(matcher.press(press("F1"))).toEqual(matched("files"));
    expect(deferred).toEqual(["home"]);
  });

  test("may repeat a key, and keeps modifiers of each stroke apart", () => {
    const { matcher } = setUp();
    matcher.press(press("g"));
    expect(matcher.press(press("g"))).toEqual(matched("top"));
    expect(matcher.press(press("k", { ctrlKey: true }))).toEqual(pending);
    expect(matcher.press(press("Control", { ctrlKey: true }))).toEqual(none);
    expect(matcher.press(press("s", { ctrlKey: true }))).toEqual(matched("save"));
  });

  test("is forgotten when told so, without a timer left behind", () => {
    const { matcher, timers, deferred } = setUp();
    matcher.press(press("g"));
    matcher.reset();
    expect(timers.pending).toBe(0);
    timers.advance(1000);
    expect(deferred).toEqual([]);
    expect(matcher.press(press("d"))).toEqual(none);
  });
});

describe("a held key", () => {
  test("runs its action once, and keeps its default from happening", () => {
    const { matcher } = setUp();
    expect(matcher.press(press("F1"))).toEqual(matched("files"));
    expect(matcher.press(press("F1", { repeat: true }))).toEqual(held);
    expect(matcher.press(press("F1", { repeat: true }))).toEqual(held);
  });

  test("that has no binding is nothing, also when a binding was run before", () => {
    const { matcher } = setUp();
    matcher.press(press("F1"));
    matcher.press(press("q"));
    expect(matcher.press(press("q", { repeat: true }))).toEqual(none);
  });

  test("does not go on with a chord", () => {
    const { matcher } = setUp();
    matcher.press(press("g"));
    expect(matcher.press(press("g", { repeat: true }))).toEqual(held);
    expect(matcher.press(press("d"))).toEqual(matched("definition"));
  });
});

test("bindings made of characters alone can be switched off while it runs", () => {
  let on = true;
  const { matcher } = setUp({ areCharacterKeysOn: () => on });
  expect(matcher.press(press("?"))).toEqual(matched("help"));
  on = false;
  expect(matcher.press(press("?"))).toEqual(none);
  expect(matcher.press(press("g"))).toEqual(none);
  expect(matcher.press(press("F1"))).toEqual(matched("files"));
  expect(matcher.press(press("e", { ctrlKey: true }))).toEqual(matched("first", "second"));
});
