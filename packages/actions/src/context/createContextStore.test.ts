import { describe, expect, test, vi } from "vitest";
import type { ContextStore } from "./ContextStore.ts";
import { createContextStore } from "./createContextStore.ts";

describe("a context store", () => {
  test("keeps dots as part of the key", () => {
    const store = createContextStore({ "config.git.blame.decorations": "line" });
    expect(store.getSnapshot()["config.git.blame.decorations"]).toBe("line");
    expect(store.getSnapshot()["config"]).toBeUndefined();
  });

  test("returns the identical snapshot while nothing changes", () => {
    const store = createContextStore({ a: 1, list: ["x", { y: 1 }] });
    const before = store.getSnapshot();
    store.update({ a: 1, list: ["x", { y: 1 }], missing: null });
    expect(store.getSnapshot()).toBe(before);
  });

  test("notifies once for a change of several keys", () => {
    const store = createContextStore({ a: 1 });
    const listener = vi.fn<() => void>();
    store.subscribe(listener);
    store.update({ a: 2, b: 3 });
    expect(listener).toHaveBeenCalledTimes(1);
    expect(store.getSnapshot()).toEqual({ a: 2, b: 3 });
  });

  test.each([
    ["an equal primitive", { a: 1 }],
    ["an equal object", { object: { x: [1, { y: "z" }] } }],
    ["not a number again", { nan: Number.NaN }],
    ["the removal of a missing key", { missing: undefined, other: null }],
    ["nothing", {}],
  ])("notifies nobody of an update with %s", (_name, patch) => {
    const store = createContextStore({ a: 1, object: { x: [1, { y: "z" }] }, nan: Number.NaN });
    const listener = vi.fn<() => void>();
    store.subscribe(listener);
    store.update(patch);
    expect(listener).not.toHaveBeenCalled();
  });

  test.each([null, undefined])("removes a key that is set to %s", (nothing) => {
    const store = createContextStore({ a: 1, b: 2 });
    store.update({ a: nothing });
    expect(Object.keys(store.getSnapshot())).toEqual(["b"]);
  });

  test("no longer calls a listener that was taken away, not even in the same round", () => {
    const store = createContextStore();
    const second = vi.fn<() => void>();
    store.subscribe(() => {
      removeSecond();
    });
    const removeSecond = store.subscribe(second);
    store.update({ a: 1 });
    expect(second).not.toHaveBeenCalled();
  });

  test("calls the other listeners when one throws, and then throws it", () => {
    const store = createContextStore();
    const other = vi.fn<() => void>();
    store.subscribe(() => {
      throw new Error("from a listener");
    });
    store.subscribe(other);
    expect(() => {
      store.update({ a: 1 });
    }).toThrow("from a listener");
    expect(other).toHaveBeenCalledTimes(1);
    expect(store.getSnapshot()).toEqual({ a: 1 });
  });
});

describe("the values of a context", () => {
  test("are copies that later changes of the original do not reach", () => {
    const list = ["a"];
    const store = createContextStore({ list });
    list.push("b");
    expect(store.getSnapshot()["list"]).toEqual(["a"]);
    expect(Object.isFrozen(store.getSnapshot()["list"])).toBe(true);
  });

  test("hold nothing but plain data", () => {
    const store = createContextStore({
      date: new Date(0) as never,
      call: (() => 1) as never,
      big: 1n as never,
      nested: { map: new Map() as never, ok: 1 },
    });
    expect(store.getSnapshot()).toEqual({ nested: { ok: 1 } });
  });

  test("end at a depth that cycles cannot pass", () => {
    const cycle: Record<string, never> = {};
    cycle["self"] = cycle as never;
    const store = createContextStore({ cycle });
    expect(JSON.stringify(store.getSnapshot()).length).toBeLessThan(300);
  });

  test("never reach a prototype", () => {
    const hostile = JSON.parse(
      '{"__proto__":{"polluted":1},"nested":{"__proto__":{"polluted":1}},"constructor":"x"}',
    ) as Record<string, never>;
    const store = createContextStore(hostile);
    const snapshot = store.getSnapshot();
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    expect(Object.assign({}, snapshot)).not.toHaveProperty("polluted");
    expect(Object.keys(snapshot)).toEqual(["nested", "constructor"]);
    expect(snapshot["toString"]).toBeUndefined();
    expect((snapshot["nested"] as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});

describe("a scope", () => {
  test("lies over its parent, and shows it again when a key is removed", () => {
    const parent = createContextStore({ a: "parent", b: "parent" });
    const scope = parent.createScope({ a: "scope" });
    expect(scope.getSnapshot()).toEqual({ a: "scope", b: "parent" });
    scope.update({ a: null });
    expect(scope.getSnapshot()).toEqual({ a: "parent", b: "parent" });
    expect(parent.getSnapshot()).toEqual({ a: "parent", b: "parent" });
  });

  test("sees changes of its parent whether or not anybody listens", () => {
    const parent = createContextStore({ a: 1 });
    const scope = parent.createScope().createScope();
    parent.update({ a: 2 });
    expect(scope.getSnapshot()).toEqual({ a: 2 });
  });

  test("passes on the changes of its parent that can be seen through it, once each", () => {
    const parent = createContextStore({ hidden: 1, seen: 1 });
    const scope = parent.createScope({ hidden: "own" });
    const listener = vi.fn<() => void>();
    scope.subscribe(listener);
    parent.update({ hidden: 2 });
    expect(listener).not.toHaveBeenCalled();
    parent.update({ seen: 2 });
    expect(listener).toHaveBeenCalledTimes(1);
  });

  test("notifies nobody when it sets what the parent says already", () => {
    const scope = createContextStore({ a: [1] }).createScope();
    const listener = vi.fn<() => void>();
    scope.subscribe(listener);
    scope.update({ a: [1] });
    expect(listener).not.toHaveBeenCalled();
  });

  test("tells its listeners of a change of the parent even when somebody looked before", () => {
    const parent = createContextStore({ a: 1 });
    const scope = parent.createScope();
    const listener = vi.fn<() => void>();
    parent.subscribe(() => scope.getSnapshot());
    scope.subscribe(listener);
    parent.update({ a: 2 });
    expect(listener).toHaveBeenCalledTimes(1);
  });

  test("listens to its parent only while somebody listens to it", () => {
    const { store: parent, listening } = counted(createContextStore());
    const scope = parent.createScope();
    expect(listening()).toBe(0);
    const removeFirst = scope.subscribe(() => undefined);
    const removeSecond = scope.subscribe(() => undefined);
    expect(listening()).toBe(1);
    removeFirst();
    removeFirst();
    expect(listening()).toBe(1);
    removeSecond();
    expect(listening()).toBe(0);
  });
});

/** `inner`, with its listeners counted. */
function counted(inner: ContextStore): { store: ContextStore; listening: () => number } {
  let count = 0;
  const { subscribe } = inner;
  const counting: ContextStore["subscribe"] = (listener) => {
    count += 1;
    const remove = subscribe(listener);
    return () => {
      count -= 1;
      remove();
    };
  };
  return { store: Object.assign(inner, { subscribe: counting }), listening: () => count };
}
