import { describe, expect, it, vi } from "vitest";
import { createRecents, type RecentsStorage } from "./createRecents.ts";

function memory(initial?: string): RecentsStorage & { text: string | null } {
  const storage = {
    text: initial ?? null,
    getItem: () => storage.text,
    setItem: (_key: string, value: string) => void (storage.text = value),
    removeItem: () => void (storage.text = null),
  };
  return storage;
}

describe("Recents", () => {
  it("are unique, latest first, and limited", () => {
    const recents = createRecents({ limit: 2 });
    for (const id of ["a", "b", "a", "c"]) recents.add(id);
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
    const recents = createRecents({ storage });
    const before = recents.getSnapshot();
    expect(recents.getSnapshot()).toBe(before);
    storage.text = '["b","a"]';
    expect(recents.getSnapshot()).toEqual(["b", "a"]);
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
