import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { QueueStore } from "../queue/QueueStore.ts";
import { createIndexedDBStorage } from "./createIndexedDBStorage.ts";

let factory: IDBFactory;
beforeEach(() => {
  factory = new IDBFactory();
});

const open = (url = "https://a.example") => createIndexedDBStorage({ factory }).open(url);
const rows = (...ids: readonly string[]) => ids.map((id) => ({ id, text: `text of ${id}` }));
const none = (...ids: readonly string[]) => ids.map((id) => ({ id, text: "" }));
const read = (store: QueueStore, limit = 1000) =>
  store.transact(limit, (stored, record) => ({
    result: { keys: stored.map(({ id }) => id), texts: stored.map(({ text }) => text), record },
  }));
const databases = async () => (await factory.databases()).map(({ name }) => name);

describe("createIndexedDBStorage", () => {
  it("gives back what was written, oldest ID first, and says how many there are", async () => {
    const store = open();
    expect(await store.write(rows("b", "c"))).toBe(2);
    expect(await store.write(rows("a"))).toBe(3);
    expect(await read(store)).toEqual({
      keys: ["a", "b", "c"],
      texts: ["text of a", "text of b", "text of c"],
      record: undefined,
    });
    expect((await read(store, 2)).keys).toEqual(["a", "b"]);
    expect((await read(store, 0)).keys).toEqual([]);
  });

  it("replaces and deletes rows", async () => {
    const store = open();
    await store.write(rows("a", "b", "c"));
    expect(await store.write([{ id: "b", text: "rest" }, ...none("a", "x")])).toBe(2);
    expect(await read(store)).toMatchObject({ keys: ["b", "c"], texts: ["rest", "text of c"] });
  });

  it("keeps it for the next page", async () => {
    const store = open();
    await store.write(rows("a"));
    await store.transact(0, () => ({ result: undefined, record: { anonymousId: "x" } }));
    store.close();
    expect(await read(open())).toMatchObject({ keys: ["a"], record: { anonymousId: "x" } });
  });

  it("keeps instances apart, also one whose URL begins with another's", async () => {
    const [one, two] = [open("https://a.example"), open("https://a.example/b")];
    await one.write(rows("1"));
    await two.write(rows("2"));
    await one.transact(0, () => ({ result: undefined, record: { of: 1 } }));
    expect(await read(one)).toMatchObject({ keys: ["1"], record: { of: 1 } });
    expect(await read(two)).toMatchObject({ keys: ["2"], record: undefined });
    await one.erase();
    expect((await read(one)).keys).toEqual([]);
    expect((await read(two)).keys).toEqual(["2"]);
  });

  it("applies a change in one step, and deletes what is asked for", async () => {
    const store = open();
    await store.write(rows("a", "b", "c"));
    const result = await store.transact(2, (stored, record) => ({
      result: [stored.length, record],
      rows: [...none("a", "c", "gone already"), { id: "b", text: "rest" }],
      record: { count: 1 },
    }));
    expect(result).toEqual([2, undefined]);
    expect(await read(store)).toMatchObject({
      keys: ["b"],
      texts: ["rest"],
      record: { count: 1 },
    });
  });

  it("never lets two tabs lose each other's changes", async () => {
    const tabs = [open(), open()];
    const add = (store: QueueStore) =>
      store.transact(0, (_rows, record) => ({
        result: undefined,
        record: { count: ((record as { count?: number } | undefined)?.count ?? 0) + 1 },
      }));
    await Promise.all(Array.from({ length: 20 }, (_, index) => add(tabs[index % 2]!)));
    expect((await read(tabs[0]!)).record).toEqual({ count: 20 });
  });

  it("gives back and deletes rows under keys that are no IDs", async () => {
    const store = open();
    await store.write(rows("a"));
    await store.write([{ id: 7 as unknown as string, text: "x" }]);
    const { keys } = await read(store);
    expect(keys).toEqual([7, "a"]);
    await store.transact(0, () => ({
      result: undefined,
      rows: [{ id: 7 as unknown as string, text: "" }],
    }));
    expect((await read(store)).keys).toEqual(["a"]);
  });

  it("erases what was being written when it was asked to", async () => {
    const store = open();
    const written = store.write(rows("a"));
    await Promise.all([store.erase(), written]);
    expect((await read(store)).keys).toEqual([]);
  });

  it("creates no database before it is used, and none in order to erase it", async () => {
    const store = open();
    expect(await databases()).toEqual([]);
    await store.erase();
    expect(await databases()).toEqual([]);
    await store.write(rows("a"));
    expect(await databases()).toEqual(["action-telemetry:https://a.example"]);
  });

  it("opens the database again after it was closed", async () => {
    const store = open();
    await store.write(rows("a"));
    store.close();
    await store.write(rows("b"));
    expect((await read(store)).keys).toEqual(["a", "b"]);
  });

  it("does not stand in the way of somebody who deletes the database", async () => {
    const store = open();
    await store.write(rows("a"));
    await new Promise<unknown>((resolve, reject) => {
      const request = factory.deleteDatabase("action-telemetry:https://a.example");
      request.addEventListener("success", resolve);
      request.addEventListener("error", reject);
    });
    expect(await databases()).toEqual([]);
    expect(await store.write(rows("b"))).toBe(1);
  });

  it("rejects when the database is of a later version, or may not be opened", async () => {
    await new Promise<void>((resolve) => {
      const request = factory.open("action-telemetry:https://a.example", 2);
      request.addEventListener("success", () => {
        request.result.close();
        resolve();
      });
    });
    await expect(open().write(rows("a"))).rejects.toThrow(/version/i);
    const refuse = {
      open: () => {
        throw new DOMException("no", "SecurityError");
      },
    };
    const refused = createIndexedDBStorage({ factory: refuse as unknown as IDBFactory });
    await expect(refused.open("https://a.example").write([])).rejects.toThrow("no");
  });
});

describe("While the database opens", () => {
  /** A page's `localStorage`: its entries are its own properties. */
  class Area {
    getItem(key: string): string | null {
      return (this as Record<string, unknown>)[key] as string;
    }
    setItem(key: string, value: string): void {
      (this as Record<string, unknown>)[key] = value;
    }
    removeItem(key: string): void {
      delete (this as Record<string, unknown>)[key];
    }
  }
  let area: Area;
  beforeEach(() => {
    area = new Area();
    vi.stubGlobal("localStorage", area);
  });

  it("what is written is in localStorage, until it is written", async () => {
    const written = open().write(rows("a", "b"));
    expect(Object.keys(area)).toEqual(["action-telemetry:https://a.example#a"]);
    await written;
    expect(Object.keys(area)).toEqual([]);
  });

  it("what a page left that ended comes back to the next before it first reads", async () => {
    area.setItem("action-telemetry:https://a.example#x", JSON.stringify(rows("x")));
    area.setItem("action-telemetry:https://other.example#y", JSON.stringify(rows("y")));
    const store = open();
    const written = store.write(rows("z"));
    expect((await read(store)).keys).toEqual(["x", "z"]);
    await written;
    expect((await read(open())).keys).toEqual(["x", "z"]);
    expect(Object.keys(area)).toEqual(["action-telemetry:https://other.example#y"]);
  });

  it.each(["no JSON", "null", "{}", "[]", "[7]"])("%j does no harm", async (damaged) => {
    area.setItem("action-telemetry:https://a.example#x", damaged);
    const store = open();
    await store.write(rows("a"));
    expect((await read(store)).keys).toContain("a");
    expect(Object.keys(area)).toEqual([]);
  });

  it("a page whose database is closed under it leaves the rows; one that never gets it does not", async () => {
    const failing = (name: string) => ({
      open: () => {
        throw new DOMException("no", name);
      },
    });
    for (const name of ["SecurityError", "AbortError"]) {
      const storage = createIndexedDBStorage({ factory: failing(name) as unknown as IDBFactory });
      await storage
        .open("https://a.example")
        .write(rows(name))
        .catch(() => undefined);
    }
    expect(Object.keys(area)).toEqual(["action-telemetry:https://a.example#AbortError"]);
  });

  it("an erasure takes it along", async () => {
    area.setItem("action-telemetry:https://a.example#x", JSON.stringify(rows("x")));
    await open().erase();
    expect(Object.keys(area)).toEqual([]);
  });

  it("a localStorage that throws changes nothing", async () => {
    vi.stubGlobal(
      "localStorage",
      new Proxy(
        {},
        {
          get: () => {
            throw new DOMException("no", "SecurityError");
          },
          ownKeys: () => {
            throw new DOMException("no", "SecurityError");
          },
        },
      ),
    );
    expect(await open().write(rows("a"))).toBe(1);
  });
});
