import { expect, test } from "vitest";
import { createActionRegistry } from "./createActionRegistry.ts";

const run = () => undefined;

function createRegistry(count: number) {
  const registry = createActionRegistry();
  const actions = Array.from({ length: count }, (_value, index) => ({
    id: `action${index}`,
    title: index % 2 === 0 ? "Plain" : "In ${mode}",
    run,
  }));
  const items = actions.map(({ id }) => ({ action: id }));
  registry.registerContributions({ actions, menus: { commandPalette: items } });
  return registry;
}

test("preparing a menu takes steps, and what is prepared is what the menu holds", () => {
  const registry = createRegistry(1000);
  registry.context.update({ mode: "one" });
  const steps = [...registry.prepareMenu("commandPalette")];
  expect(steps.length).toBeGreaterThan(3);
  const menu = registry.getMenu("commandPalette");
  expect(registry.getMenu("commandPalette")).toBe(menu);
  const unprepared = createRegistry(1000);
  unprepared.context.update({ mode: "one" });
  expect(menu).toEqual(unprepared.getMenu("commandPalette"));
});

test("a preparation that is given up, or overtaken by a change, changes nothing", () => {
  const registry = createRegistry(600);
  registry.context.update({ mode: "one" });
  const steps = registry.prepareMenu("commandPalette")[Symbol.iterator]();
  steps.next();
  steps.next();
  registry.context.update({ mode: "two" });
  const titles = () =>
    new Set(registry.getMenu("commandPalette").map(({ action }) => action.title));
  expect(titles()).toEqual(new Set(["Plain", "In two"]));
  const remove = registry.registerContributions({ actions: [{ id: "more", title: "More" }] });
  while (steps.next().done !== true);
  expect(titles()).toEqual(new Set(["Plain", "In two"]));
  remove();
});

test("items that are the same in every context are one object for all scopes", () => {
  const registry = createRegistry(2);
  const scope = registry.context.createScope({ mode: "scoped" });
  const [plain, read] = registry.getMenu("commandPalette");
  const [plainInScope, readInScope] = registry.getMenu("commandPalette", scope);
  expect(plainInScope).toBe(plain);
  expect(readInScope?.action.title).toBe("In scoped");
  expect(read?.action.title).not.toBe("In scoped");
});

test("a menu that was read needs no preparation, until what is contributed changes", () => {
  const registry = createRegistry(1000);
  const countSteps = () => [...registry.prepareMenu("commandPalette")].length;
  expect(countSteps()).toBeGreaterThan(3);
  registry.getMenu("commandPalette");
  registry.context.update({ mode: "two" });
  expect(countSteps()).toBe(1);
  registry.registerContributions({ actions: [{ id: "more", title: "More" }] });
  expect(countSteps()).toBeGreaterThan(3);
});

test("a menu of nothing is prepared in no time", () => {
  expect([...createActionRegistry().prepareMenu("help")]).toEqual([undefined]);
});
