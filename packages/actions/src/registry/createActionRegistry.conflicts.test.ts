import { describe, expect, test } from "vitest";
import type { ActionRegistry } from "./ActionRegistry.ts";
import { createActionRegistry } from "./createActionRegistry.ts";

function manifest(name: string, contributes: Readonly<Record<string, unknown>>): unknown {
  return { publisher: "test", name, contributes };
}

function codesOf(registry: ActionRegistry): readonly (readonly (string | undefined)[])[] {
  return registry
    .getDiagnostics()
    .map(({ code, extension, actionId }) => [code, extension, actionId]);
}

const ownItem = (title: string) => ({
  actions: [{ id: "shared", title, command: "x" }],
  menus: { commandPalette: [{ action: "shared" }] },
});

describe("an ID that is contributed twice", () => {
  test("means the first extension's action, and the other's menu item goes as well", () => {
    const registry = createActionRegistry();
    registry.registerExtension(manifest("first", ownItem("First")));
    registry.registerExtension(manifest("second", ownItem("Second")));
    expect(registry.getMenu("commandPalette").map(({ action }) => action.title)).toEqual(["First"]);
    expect(codesOf(registry)).toEqual([["duplicate-action", "test/second", "shared"]]);
  });

  test("means the builtin, even when that comes later", () => {
    const registry = createActionRegistry();
    registry.registerExtension(manifest("first", ownItem("Extension")));
    const unregister = registry.registerContributions(ownItem("Builtin"));
    expect(registry.getAction("shared")?.title).toBe("Builtin");
    expect(codesOf(registry)).toEqual([["duplicate-action", "test/first", "shared"]]);
    unregister();
    expect(registry.getAction("shared")?.title).toBe("Extension");
    expect(codesOf(registry)).toEqual([]);
  });

  test("is the application's mistake where it contributes both", () => {
    const registry = createActionRegistry();
    registry.registerContributions({ actions: [{ id: "a" }] });
    expect(() => registry.registerContributions({ actions: [{ id: "b" }, { id: "a" }] })).toThrow(
      /^@action-telemetry\/actions: the application has registered the action a before/,
    );
    expect(() => registry.registerContributions({ actions: [{ id: "c" }, { id: "c" }] })).toThrow(
      /used twice/,
    );
    expect(registry.getActions().map(({ id }) => id)).toEqual(["a"]);
  });
});

describe("a menu item", () => {
  test("that names no action is left out, until one comes", () => {
    const registry = createActionRegistry();
    registry.registerExtension(
      manifest("lost", { actions: [], menus: { help: [{ action: "late", alt: "never" }] } }),
    );
    expect(registry.getMenu("help")).toEqual([]);
    expect(codesOf(registry)).toEqual([["dangling-action", "test/lost", "late"]]);
    registry.registerContributions({ actions: [{ id: "late", title: "Late" }] });
    expect(registry.getMenu("help")).toHaveLength(1);
    expect(codesOf(registry)).toEqual([["dangling-alt", "test/lost", "late"]]);
  });

  test("may put another's action into one more menu", () => {
    const registry = createActionRegistry();
    registry.registerContributions({ actions: [{ id: "builtin" }] });
    registry.registerExtension(manifest("more", { menus: { help: [{ action: "builtin" }] } }));
    expect(registry.getMenu("help").map(({ action }) => action.id)).toEqual(["builtin"]);
  });
});

describe("a malformed extension", () => {
  test.each([undefined, null, 1, "text", [], { contributes: 1 }])(
    "is refused alone: %j",
    (malformed) => {
      const registry = createActionRegistry();
      registry.registerExtension(manifest("good", ownItem("Good")));
      const result = registry.registerExtension(malformed);
      expect(result.ok).toBe(false);
      expect(registry.getMenu("commandPalette")).toHaveLength(1);
      expect(registry.getDiagnostics()).toHaveLength(1);
    },
  );

  test("cannot be registered twice under one name", () => {
    const registry = createActionRegistry();
    registry.registerExtension(manifest("same", ownItem("First")));
    const again = registry.registerExtension(manifest("same", ownItem("Second")));
    expect(again).toMatchObject({ ok: false, error: { code: "duplicate-extension" } });
    expect(registry.getAction("shared")?.title).toBe("First");
  });

  test("leaves a bounded number of diagnostics behind", () => {
    const registry = createActionRegistry();
    for (let index = 0; index < 700; index += 1) registry.registerExtension(index);
    expect(registry.getDiagnostics()).toHaveLength(500);
  });
});

describe("trouble in a context", () => {
  const registry = createActionRegistry();
  // Longer than any expression may build.
  registry.context.update({ huge: "x".repeat(10_000) });
  registry.registerExtension(
    manifest("trouble", {
      actions: [
        { id: "badTitle", title: "${json(huge)}", command: "x" },
        { id: "badArgument", title: "Argument", command: "x", commandArguments: ["${json(huge)}"] },
        { id: "badPressed", title: "P", command: "x", actionItem: { pressed: "json(huge)" } },
        { id: "badWhen", title: "When", command: "x" },
        { id: "badDisabledWhen", title: "Disabled when", command: "x" },
        { id: "fine", title: "Fine", command: "x" },
      ],
      menus: {
        commandPalette: [
          { action: "badTitle" },
          { action: "badArgument" },
          { action: "badPressed" },
          { action: "badWhen", when: "json(huge)" },
          { action: "badDisabledWhen", disabledWhen: "json(huge)" },
          { action: "fine" },
        ],
      },
    }),
  );

  test("hides or neutralizes the one item and leaves the others alone", () => {
    const shown = registry
      .getMenu("commandPalette")
      .map(({ action }) => [action.id, action.title, action.disabled]);
    expect(shown).toEqual([
      ["badArgument", "Argument", true],
      ["badDisabledWhen", "Disabled when", false],
      ["badPressed", "P", false],
      ["badTitle", "badTitle", false],
      ["fine", "Fine", false],
    ]);
    expect(registry.getAction("badPressed")?.item?.pressed).toBe(false);
  });

  test("becomes one diagnostic each, however often it is met", () => {
    for (let round = 0; round < 5; round += 1) {
      registry.context.update({ round });
      registry.getMenu("commandPalette");
    }
    const failures = registry
      .getDiagnostics()
      .filter(({ code }) => code === "evaluation-failed")
      .map(({ actionId }) => actionId);
    expect(failures).toHaveLength(5);
    expect(new Set(failures)).toEqual(
      new Set(["badArgument", "badDisabledWhen", "badPressed", "badTitle", "badWhen"]),
    );
  });
});

describe("what an application contributes", () => {
  test.each([
    ["a malformed ID", { actions: [{ id: "no spaces" }] }, /malformed action ID/],
    [
      "the name of an inherited member",
      { actions: [{ id: "constructor" }] },
      /malformed action ID/,
    ],
    ["a malformed template", { actions: [{ id: "a", title: "${x" }] }, /actions\[0\]\.title/],
    [
      "a malformed keybinding",
      { actions: [{ id: "a", keybindings: ["Hyper+K"] }] },
      /keybindings\[0\]/,
    ],
    ["an unknown menu", { menus: { elsewhere: [{ action: "a" }] } as never }, /menus\.elsewhere/],
    [
      "a malformed condition",
      { actions: [{ id: "a" }], menus: { help: [{ action: "a", when: "a &&" }] } },
      /menus\["help"\]\[0\]\.when/,
    ],
  ])("throws for %s, and registers nothing", (_name, contributions, message) => {
    const registry = createActionRegistry();
    expect(() => registry.registerContributions(contributions)).toThrow(message);
    expect(registry.getActions()).toEqual([]);
  });

  test("may bind one key twice, with a diagnostic that says which one runs", () => {
    const registry = createActionRegistry();
    registry.registerContributions({
      actions: [
        { id: "first", keybindings: ["Mod+K"] },
        { id: "second", keybindings: ["mod+k", "g d"] },
      ],
    });
    expect(registry.getKeybindings().map(({ actionId }) => actionId)).toEqual([
      "first",
      "second",
      "second",
    ]);
    expect(registry.getDiagnostics()).toEqual([
      {
        code: "keybinding-conflict",
        severity: "warning",
        actionId: "second",
        message: "Mod+k runs first where that is available, else second.",
      },
    ]);
  });
});

test("an extension cannot take the keys that people move and type with", () => {
  const keybindings = ["Tab", "Enter", "Shift+Space", "Escape x", "Mod+Enter", "F2", "g x", "?"];
  const registry = createActionRegistry();
  registry.registerExtension(
    manifest("keys", { actions: [{ id: "keys.a", title: "A", keybindings }] }),
  );
  expect(registry.getKeybindings().map(({ keybinding }) => keybinding.source)).toEqual([
    "Mod+Enter",
    "F2",
    "g x",
    "?",
  ]);
  expect(codesOf(registry)).toHaveLength(4);
  registry.registerContributions({ actions: [{ id: "a", title: "A", keybindings: ["Escape"] }] });
  expect(registry.getKeybindings()).toHaveLength(5);
});
