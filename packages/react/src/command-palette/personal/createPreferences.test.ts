import { describe, expect, it, vi } from "vitest";
import type { PaletteStorage } from "../storage/PaletteStorage.ts";
import { createPreferences } from "./createPreferences.ts";

function memory(initial?: string): PaletteStorage & { text: string | null } {
  const storage = {
    text: initial ?? null,
    getItem: () => storage.text,
    setItem: (_key: string, value: string) => void (storage.text = value),
    removeItem: () => void (storage.text = null),
  };
  return storage;
}

const read = ({ getSnapshot }: ReturnType<typeof createPreferences>) => {
  const { pins, aliases } = getSnapshot();
  return { pins, aliases: Object.fromEntries(aliases) };
};

describe("Preferences", () => {
  it("list each pin once, in the order of pinning", () => {
    const preferences = createPreferences();
    for (const id of ["b", "a", "b"]) preferences.setPinned(id, true);
    expect(read(preferences).pins).toEqual(["a", "b"]);
    preferences.setPinned("a", false);
    preferences.setPinned("z", false);
    expect(read(preferences).pins).toEqual(["b"]);
  });

  it("give an action one name, and a name to one action", () => {
    const preferences = createPreferences();
    preferences.setAlias("git.status", " gs ");
    preferences.setAlias("git.status", "st");
    expect(read(preferences).aliases).toEqual({ "git.status": "st" });
    preferences.setAlias("git.stash", "ST");
    expect(read(preferences).aliases).toEqual({ "git.stash": "ST" });
    preferences.setAlias("git.stash", "");
    expect(read(preferences).aliases).toEqual({});
  });

  it("keep IDs and names and nothing else, and nothing when nothing is left", () => {
    const storage = memory();
    const preferences = createPreferences({ storage });
    preferences.setPinned("git.blame", true);
    preferences.setAlias("git.status", "gs");
    expect(storage.text).toBe('{"pins":["git.blame"],"aliases":[["git.status","gs"]]}');
    expect(read(createPreferences({ storage }))).toEqual(read(preferences));
    preferences.clear();
    expect([storage.text, read(preferences)]).toEqual([null, { pins: [], aliases: {} }]);
  });

  it.each([
    "",
    "{",
    "null",
    "[]",
    '"a"',
    '{"pins":{},"aliases":3}',
    '{"pins":[1,{},"not an ID"],"aliases":[["a"],["a",""],[1,"b"],["a","b","c"],{}]}',
  ])("survive %j in the storage", (text) => {
    const preferences = createPreferences({ storage: memory(text) });
    expect(read(preferences)).toEqual({ pins: [], aliases: {} });
    preferences.setPinned("a", true);
    expect(read(preferences).pins).toEqual(["a"]);
  });

  it("keep what is sound beside what is not", () => {
    const text = '{"pins":["a","a",7],"aliases":[["b","x"],["__proto__","y"],["c","z"]]}';
    const { pins, aliases } = createPreferences({ storage: memory(text) }).getSnapshot();
    expect([pins, [...aliases]]).toEqual([
      ["a"],
      [
        ["b", "x"],
        ["c", "z"],
      ],
    ]);
  });

  it("serve from memory when the storage throws", () => {
    const broken = () => {
      throw new Error("denied");
    };
    const storage = { getItem: broken, setItem: broken, removeItem: broken };
    const preferences = createPreferences({ storage });
    preferences.setAlias("a", "x");
    expect(read(preferences).aliases).toEqual({ a: "x" });
  });

  it("are shared by tabs: each adds to what the others wrote", () => {
    const storage = memory();
    const events = new EventTarget();
    const [one, other] = [
      createPreferences({ storage, events }),
      createPreferences({ storage, events }),
    ];
    const listener = vi.fn();
    const stop = one.subscribe(listener);
    other.setPinned("a", true);
    one.setPinned("b", true);
    expect(read(other).pins).toEqual(["a", "b"]);
    expect(one.getSnapshot()).toBe(one.getSnapshot());
    listener.mockClear();
    const tell = (key: string | null) =>
      events.dispatchEvent(Object.assign(new Event("storage"), { key }));
    tell("another");
    expect(listener).not.toHaveBeenCalled();
    tell("action-telemetry.preferences");
    tell(null);
    stop();
    tell(null);
    expect(listener).toHaveBeenCalledTimes(2);
  });
});
