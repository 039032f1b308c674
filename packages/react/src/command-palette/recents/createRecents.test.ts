import { describe, expect, it, vi } from "vitest";
import { createRecents } from "./createRecents.ts";
import type { PaletteStorage } from "../storage/PaletteStorage.ts";
import { liftsOf } from "./RecentsStore.ts";

function memory(initial?: string): PaletteStorage & { text: string | null } {
  const storage = {
    text: initial ?? null,
    getItem: () => storage.text,
    setItem: (_key: string, value: string) => void (storage.text = value),
    removeItem: () => void (storage.text = null),
  };
  return storage;
}

describe("Recents", () => {
  it("are each listed once, latest first, and limited", () => {
    const recents = createRecents({ limit: 3 });
    for (const id of ["b", "a", "b", "a", "c"]) recents.add(id);
    expect(recents.getSnapshot()).toEqual(["c", "a", "b"]);
    recents.add("c");
    expect(recents.getSnapshot()).toEqual(["c", "a"]);
  });

  it("hold IDs only in the storage, and can be cleared", () => {
    const storage = memory();
    const recents = createRecents({ storage });
    recents.add("git.blame");
    expect(storage.text).toBe('["git.blame"]');
    recents.clear();
    expect([storage.text, recents.getSnapshot()]).toEqual([null, []]);
  });

  it.each(["", "{", "null", "{}", '"a"', "[1,{}]"])("survive %j in the storage", (text) => {
    const recents = createRecents({ storage: memory(text) });
    expect(recents.getSnapshot()).toEqual([]);
    recents.add("a");
    expect(recents.getSnapshot()).toEqual(["a"]);
  });

  it("serve from memory when the storage throws", () => {
    const broken = () => {
      throw new Error("denied");
    };
    const recents = createRecents({
      storage: { getItem: broken, setItem: broken, removeItem: broken },
    });
    recents.add("a");
    expect(recents.getSnapshot()).toEqual(["a"]);
  });

  it("see what another tab wrote, and are the same array while nothing changed", () => {
    const storage = memory('["a"]');
    const events = new EventTarget();
    const recents = createRecents({ storage, events });
    const listener = vi.fn();
    const stop = recents.subscribe(listener);
    expect(recents.getSnapshot()).toBe(recents.getSnapshot());
    storage.text = '["b","a"]';
    events.dispatchEvent(Object.assign(new Event("storage"), { key: "another" }));
    expect(listener).not.toHaveBeenCalled();
    events.dispatchEvent(Object.assign(new Event("storage"), { key: "action-telemetry.recents" }));
    expect([recents.getSnapshot(), listener.mock.calls.length]).toEqual([["b", "a"], 1]);
    stop();
    events.dispatchEvent(Object.assign(new Event("storage"), { key: null }));
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it("lose nothing when two tabs write in turn", () => {
    const storage = memory();
    const [one, other] = [createRecents({ storage }), createRecents({ storage })];
    one.add("a");
    other.add("b");
    one.add("c");
    expect(one.getSnapshot()).toEqual(["c", "b", "a"]);
  });

  it("prefer what was run lately, and more what was run often", () => {
    const recents = createRecents();
    for (const id of ["often", "often", "often", "lately"]) recents.add(id);
    const lifts = liftsOf(recents);
    expect(lifts.get("often")).toBeGreaterThan(lifts.get("lately") ?? 1);
    expect(Math.max(...lifts.values())).toBeLessThanOrEqual(1);
    const { getLifts: _, ...plain } = recents;
    expect([...liftsOf(plain)]).toEqual([
      ["lately", 0.5],
      ["often", 0.45],
    ]);
  });

  it("notify after each change until the listener is taken away", () => {
    const recents = createRecents();
    const listener = vi.fn();
    const remove = recents.subscribe(listener);
    recents.add("a");
    remove();
    recents.add("b");
    expect(listener).toHaveBeenCalledTimes(1);
  });
});
