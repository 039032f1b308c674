import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { menuIds } from "../action/MenuId.ts";
import { createActionRegistry } from "./createActionRegistry.ts";

const folder = new URL("../../../../../shared/fixtures/manifests/", import.meta.url);
const isThere = existsSync(folder);

function readAll(): readonly unknown[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")) as unknown);
}

describe.skipIf(!isThere)("the real manifests (skipped where the fixtures are not there)", () => {
  test("register side by side, and every item of every menu has a name", () => {
    const registry = createActionRegistry({ baseURL: "https://code.example/" });
    const results = readAll().map((manifest) => registry.registerExtension(manifest));
    expect(results).toHaveLength(11);
    expect(results.filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(9);
    const items = [...menuIds].flatMap((menu) =>
      registry.getMenu(menu, undefined, { includeInactive: true }),
    );
    expect(items.length).toBeGreaterThan(15);
    for (const { action } of items) expect(action.title.trim()).not.toBe("");
    expect(new Set(registry.getActions().map(({ id }) => id)).size).toBe(
      registry.getActions().length,
    );
  });

  test("leave nothing behind when they are unregistered", () => {
    const registry = createActionRegistry();
    for (const result of readAll().map((manifest) => registry.registerExtension(manifest))) {
      if (result.ok) result.value.unregister();
    }
    expect(registry.getActions()).toEqual([]);
    expect(registry.getMenu("commandPalette")).toEqual([]);
  });
});
