import { describe, expect, test } from "vitest";
import { resolveAction } from "../registry/resolveAction.ts";
import { decideGesture } from "./decideGesture.ts";
import type { Gesture } from "./Gesture.ts";

const base = { button: 0, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };
const click: Gesture = { ...base, type: "click" };
const gestures = {
  click,
  "Alt+click": { ...click, altKey: true },
  "Ctrl+click": { ...click, ctrlKey: true },
  "Cmd+click": { ...click, metaKey: true },
  "Shift+click": { ...click, shiftKey: true },
  "middle click": { ...base, type: "auxclick", button: 1 },
  "right click": { ...base, type: "auxclick", button: 2 },
} as const satisfies Record<string, Gesture>;

const link = resolveAction({ id: "l", command: "open", commandArguments: ["https://a.example"] });
const button = resolveAction({ id: "b", command: "x" });
const noop = resolveAction({ id: "n", title: "n" });

const here = (run: "action" | "alt", newTab = false) => ({ run, navigation: "executor", newTab });
const browser = (newTab: boolean) => ({ run: "action", navigation: "browser", newTab });
const nothing = { run: "nothing" };

describe("a gesture on a link", () => {
  test.each<[keyof typeof gestures, object, object, object]>([
    // gesture, without alternative, with a link as alternative, with a command as alternative
    ["click", browser(false), browser(false), browser(false)],
    ["Ctrl+click", browser(true), here("alt", true), browser(true)],
    ["Cmd+click", browser(true), here("alt", true), browser(true)],
    ["middle click", browser(true), here("alt", true), browser(true)],
    ["Alt+click", browser(false), here("alt"), here("alt")],
    ["Shift+click", browser(false), browser(false), browser(false)],
    ["right click", nothing, nothing, nothing],
  ])("by %s runs what the table says", (name, alone, withLink, withCommand) => {
    const gesture = gestures[name];
    expect(decideGesture(gesture, link)).toEqual(alone);
    expect(decideGesture(gesture, link, { ...link, id: "alt" })).toEqual(withLink);
    expect(decideGesture(gesture, link, button)).toEqual(withCommand);
  });
});

describe("a gesture on a button", () => {
  test.each<[keyof typeof gestures, object, object, object]>([
    ["click", here("action"), here("action"), here("action")],
    ["Ctrl+click", here("action"), here("alt", true), here("alt")],
    ["Cmd+click", here("action"), here("alt", true), here("alt")],
    ["Alt+click", here("action"), here("alt", true), here("alt")],
    ["Shift+click", here("action"), here("action"), here("action")],
    ["middle click", nothing, here("alt", true), here("alt")],
    ["right click", nothing, nothing, nothing],
  ])("by %s runs what the table says", (name, alone, withLink, withCommand) => {
    const gesture = gestures[name];
    expect(decideGesture(gesture, button)).toEqual(alone);
    expect(decideGesture(gesture, button, link)).toEqual(withLink);
    expect(decideGesture(gesture, button, { ...button, id: "alt" })).toEqual(withCommand);
  });

  test.each([
    ["disabled", { ...link, disabled: true }],
    ["a no-op", noop],
  ])("with an alternative that is %s runs the action itself", (_name, alt) => {
    expect(decideGesture(gestures["Ctrl+click"], button, alt)).toEqual(here("action"));
  });
});

test.each(Object.entries(gestures))(
  "%s on a disabled or no-op action runs nothing",
  (_name, gesture) => {
    expect(decideGesture(gesture, { ...button, disabled: true }, link)).toEqual(nothing);
    expect(decideGesture(gesture, { ...link, disabled: true }, link)).toEqual(nothing);
    expect(decideGesture(gesture, noop, link)).toEqual(nothing);
  },
);
