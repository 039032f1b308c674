import { describe, expect, test, vi } from "vitest";
import type { Contributions } from "../action/Contributions.ts";
import type { ActionRegistry } from "./ActionRegistry.ts";
import { createActionRegistry } from "./createActionRegistry.ts";

function registryOf(contributions: Contributions): ActionRegistry {
  const registry = createActionRegistry({ baseURL: "https://code.example/tree" });
  registry.registerContributions(contributions);
  return registry;
}

function idsOf(registry: ActionRegistry, includeInactive = false): readonly string[] {
  return registry
    .getMenu("commandPalette", undefined, { includeInactive })
    .map(({ action }) => action.id);
}

describe("a menu", () => {
  test("is sorted by group and then action, with those without a group last", () => {
    const registry = registryOf({
      actions: ["d", "b", "a", "c", "e"].map((id) => ({ id, title: id })),
      menus: {
        commandPalette: [
          { action: "e" },
          { action: "d", group: "1" },
          { action: "c", group: "2" },
          { action: "b" },
          { action: "a", group: "2" },
        ],
      },
    });
    expect(idsOf(registry)).toEqual(["d", "a", "c", "b", "e"]);
  });

  test("holds an item only while its condition holds", () => {
    const registry = registryOf({
      actions: [{ id: "a" }, { id: "b" }],
      menus: { commandPalette: [{ action: "a", when: "on" }, { action: "b" }] },
    });
    expect(idsOf(registry)).toEqual(["b"]);
    registry.context.update({ on: true });
    expect(idsOf(registry)).toEqual(["a", "b"]);
  });

  test("holds inactive items when asked for, disabled, and says what they need", () => {
    const registry = registryOf({
      actions: [
        { id: "a", command: "x" },
        { id: "b", command: "x" },
      ],
      menus: { commandPalette: [{ action: "a", alt: "b", when: "resource && on" }] },
    });
    const [item] = registry.getMenu("commandPalette", undefined, { includeInactive: true });
    expect(item).toMatchObject({ active: false });
    expect(item?.action).toMatchObject({
      disabled: true,
      disabledReason: "This action is not available here: it needs “resource && on”.",
    });
    expect(item?.alt?.disabled).toBe(true);
    expect(registry.getAction("a")?.disabled).toBe(false);
  });

  test("disables an item with its disabled title as the reason", () => {
    const registry = registryOf({
      actions: [
        { id: "a", title: "Go", disabledTitle: "You are ${where}", command: "x" },
        { id: "b", title: "Go", command: "x" },
      ],
      menus: {
        commandPalette: [
          { action: "a", disabledWhen: "where" },
          { action: "b", disabledWhen: "where" },
        ],
      },
    });
    registry.context.update({ where: "there" });
    const reasons = registry
      .getMenu("commandPalette")
      .map(({ action }) => [action.title, action.disabled, action.disabledReason]);
    expect(reasons).toEqual([
      ["Go", true, "You are there"],
      ["Go", true, "This action is not available right now."],
    ]);
  });

  test("is evaluated in the scope it is read in", () => {
    const registry = registryOf({
      actions: [{ id: "a", title: "Open ${file}" }],
      menus: { commandPalette: [{ action: "a", when: "file" }] },
    });
    const scopes = ["x.ts", "y.ts"].map((file) => registry.context.createScope({ file }));
    expect(
      scopes.map((scope) => registry.getMenu("commandPalette", scope)[0]?.action.title),
    ).toEqual(["Open x.ts", "Open y.ts"]);
    expect(idsOf(registry)).toEqual([]);
  });

  test("gives every item a key of its own, even where an action stands twice", () => {
    const registry = registryOf({
      actions: [{ id: "a" }],
      menus: { commandPalette: [{ action: "a" }, { action: "a", group: "g" }] },
    });
    const keys = registry.getMenu("commandPalette").map(({ key }) => key);
    expect(new Set(keys).size).toBe(2);
  });
});

describe("what is read twice", () => {
  const contributions: Contributions = {
    actions: [
      { id: "a", title: "${a}", command: "x" },
      { id: "b", title: "${b}", command: "x" },
      { id: "whole", title: "${json(context)}", command: "x" },
    ],
    menus: {
      commandPalette: [
        { action: "a", alt: "b" },
        { action: "b", when: "!hidden" },
      ],
    },
  };

  test("is the identical array while nothing it depends on changes", () => {
    const registry = registryOf(contributions);
    const read = () => [
      registry.getMenu("commandPalette"),
      registry.getMenu("commandPalette", undefined, { includeInactive: true }),
      registry.getMenu("hover"),
      registry.getKeybindings(),
      registry.getDiagnostics(),
    ];
    const before = read();
    registry.context.update({ unrelated: 1 });
    for (const [index, value] of read().entries()) expect(value).toBe(before[index]);
  });

  test("keeps the items and actions that did not change, and replaces the others", () => {
    const registry = registryOf({
      ...contributions,
      menus: { commandPalette: [{ action: "a" }, { action: "b" }] },
    });
    const [a, b] = registry.getMenu("commandPalette");
    registry.context.update({ a: "new" });
    const [newA, newB] = registry.getMenu("commandPalette");
    expect(newA?.action.title).toBe("new");
    expect(newA).not.toBe(a);
    expect(newB).toBe(b);
    expect(newB?.action).toBe(registry.getAction("b"));
  });

  test("keeps its identity when a key it reads changes without an effect", () => {
    const registry = registryOf({
      actions: [{ id: "a", title: "${n > 0 && 'some' || 'none'}" }],
      menus: { commandPalette: [{ action: "a", when: "n" }] },
    });
    registry.context.update({ n: 1 });
    const before = registry.getMenu("commandPalette");
    registry.context.update({ n: 2 });
    expect(registry.getMenu("commandPalette")).toBe(before);
  });

  test("is the identical item again when a condition goes to and fro", () => {
    const registry = registryOf({
      actions: [{ id: "a", title: "A" }],
      menus: { commandPalette: [{ action: "a", disabledWhen: "busy" }] },
    });
    const [before] = registry.getMenu("commandPalette");
    registry.context.update({ busy: true });
    expect(registry.getMenu("commandPalette")[0]?.action.disabled).toBe(true);
    registry.context.update({ busy: null });
    expect(registry.getMenu("commandPalette")[0]).toBe(before);
  });

  test("keeps its identity when an unrelated extension comes and goes", () => {
    const registry = registryOf(contributions);
    const before = registry.getMenu("commandPalette");
    const added = registry.registerExtension({
      publisher: "p",
      name: "n",
      contributes: { actions: [{ id: "p.x", title: "x" }], menus: { hover: [{ action: "p.x" }] } },
    });
    expect(registry.getMenu("commandPalette")).toBe(before);
    expect(registry.getMenu("hover")).toHaveLength(1);
    if (added.ok) added.value.unregister();
    expect(registry.getMenu("commandPalette")).toBe(before);
    expect(registry.getMenu("hover")).toHaveLength(0);
  });

  test("is evaluated again when it reads the whole context and anything changes", () => {
    const registry = registryOf(contributions);
    registry.context.update({ secret: 1 });
    expect(registry.getAction("whole")?.title).toBe('{"secret":1}');
    registry.context.update({ secret: 2 });
    expect(registry.getAction("whole")?.title).toBe('{"secret":2}');
  });

  test("is frozen", () => {
    const registry = registryOf(contributions);
    const menu = registry.getMenu("commandPalette");
    expect(Object.isFrozen(menu)).toBe(true);
    expect(Object.isFrozen(menu[0])).toBe(true);
    expect(Object.isFrozen(menu[0]?.action)).toBe(true);
    expect(Object.isFrozen(menu[0]?.action.arguments)).toBe(true);
  });
});

describe("a listener", () => {
  test("hears of contributions and of its own scope, until it is taken away", () => {
    const registry = createActionRegistry();
    const scope = registry.context.createScope();
    const listener = vi.fn<() => void>();
    const remove = registry.subscribe(listener, scope);
    const unregister = registry.registerContributions({ actions: [{ id: "a" }] });
    scope.update({ x: 1 });
    registry.context.update({ y: 1 });
    unregister();
    expect(listener).toHaveBeenCalledTimes(4);
    remove();
    registry.context.update({ y: 2 });
    expect(listener).toHaveBeenCalledTimes(4);
  });
});

describe("an action as a shortcut reaches it", () => {
  const registry = registryOf({
    actions: [{ id: "free" }, { id: "bound" }],
    menus: {
      hover: [{ action: "bound", when: "hovering" }],
      commandPalette: [{ action: "bound", when: "coding", disabledWhen: "busy" }],
    },
  });

  test.each([
    ["is usable when it is in no menu", "free", {}, false],
    ["is disabled when none of its items is active", "bound", {}, true],
    ["is usable when one of its items is", "bound", { coding: true }, false],
    ["is disabled when the only active item is", "bound", { coding: true, busy: true }, true],
    ["does not exist", "other", {}, undefined],
  ])("%s", (_title, id, context, disabled) => {
    const scope = registry.context.createScope(context);
    expect(registry.getShortcutAction(id, scope)?.disabled).toBe(disabled);
  });
});

describe("commands", () => {
  test("are found until they are taken away", () => {
    const registry = createActionRegistry();
    const handler = () => undefined;
    const remove = registry.registerCommand("x", handler);
    expect(registry.getCommand("x")).toBe(handler);
    remove();
    remove();
    expect(registry.getCommand("x")).toBeUndefined();
    expect(registry.getCommand("constructor")).toBeUndefined();
  });

  test("cannot be registered twice", () => {
    const registry = createActionRegistry();
    registry.registerCommand("x", () => undefined);
    expect(() => registry.registerCommand("x", () => undefined)).toThrow(
      /^@action-telemetry\/actions: the command "x" is already registered/,
    );
  });
});
