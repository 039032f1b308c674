import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import { createFakeArea } from "../../testing/createFakeArea.ts";
import { createDatabaseArea } from "./createDatabaseArea.ts";
import { createPrivateArea } from "./createPrivateArea.ts";

describe("createPrivateArea", () => {
  it("locks the extension's area before it is used, where that can be done", async () => {
    const order: string[] = [];
    const local = createFakeArea();
    const area = createPrivateArea({
      ...local,
      async setAccessLevel({ accessLevel }) {
        await Promise.resolve();
        order.push(accessLevel);
      },
      async set(items) {
        order.push("set");
        return local.set(items);
      },
    });
    await area.set({ a: 1 });
    expect(order).toEqual(["TRUSTED_CONTEXTS", "set"]);
    expect(await area.get(null)).toEqual({ a: 1 });
  });

  it("keeps nothing in an area that cannot be locked after all", async () => {
    const local = createFakeArea();
    const area = createPrivateArea({
      ...local,
      setAccessLevel: () => Promise.reject(new Error("no")),
    });
    await expect(area.set({ a: 1 })).rejects.toThrow("no");
    expect(local.items.size).toBe(0);
  });

  it("uses a database where there is no lock, and leaves the area empty", async () => {
    const local = createFakeArea();
    const area = createPrivateArea(local);
    await area.set({ a: 1 });
    expect(await area.get(["a"])).toEqual({ a: 1 });
    expect(local.items.size).toBe(0);
  });
});

describe("createDatabaseArea", () => {
  it("does what an area of the browser does", async () => {
    const area = createDatabaseArea("test");
    await area.set({ a: 1, b: { c: [2] }, d: "" });
    expect(await area.get(["a", "missing", "d"])).toEqual({ a: 1, d: "" });
    await area.remove(["a", "missing"]);
    expect(await area.get(null)).toEqual({ b: { c: [2] }, d: "" });
    expect(await createDatabaseArea("test").get(["b"])).toEqual({ b: { c: [2] } });
  });

  it("copies what it is given", async () => {
    const area = createDatabaseArea("copies");
    const value = { n: 1 };
    await area.set({ value });
    value.n = 2;
    expect(await area.get(["value"])).toEqual({ value: { n: 1 } });
  });

  it("rejects what cannot be stored, and stores all or nothing", async () => {
    const area = createDatabaseArea("refuses");
    await expect(area.set({ good: 1, bad: () => 1 })).rejects.toThrow("could not be cloned");
    expect(await area.get(null)).toEqual({});
  });
});
