import { describe, expect, it } from "vitest";
import { noLocks } from "../platform/Locks.ts";
import { createClientFixture } from "../testing/createClientFixture.ts";
import { createManualClock } from "../testing/createManualClock.ts";
import type { ScriptedAnswer } from "../testing/createScriptedFetch.ts";
import { createStorageArea, type FakeStorageArea } from "./createStorageArea.ts";
import { createExtensionStorage } from "./createExtensionStorage.ts";

const instanceUrl = "https://instance.example";
const keysOf = (area: FakeStorageArea) =>
  [...area.items.keys()].filter((key) => key.includes("#row:"));

function open(area: FakeStorageArea) {
  return createExtensionStorage({ area, locks: noLocks }).open(instanceUrl);
}

function startWorker(area: FakeStorageArea, ...answers: ScriptedAnswer[]) {
  const storage = createExtensionStorage({ area, locks: noLocks });
  return createClientFixture({ storage, answers, manualClock: createManualClock() });
}

describe("The storage of an extension", () => {
  it("gives rows back oldest first, up to a limit, and tells how many there are", async () => {
    const area = createStorageArea();
    const store = open(area);
    expect(await store.write([{ id: "b", text: "2" }])).toBe(1);
    expect(await store.write(["a", "c"].map((id) => ({ id, text: id })))).toBe(3);
    const seen = await store.transact(2, (rows, record, count) => ({
      result: { rows, record, count },
    }));
    expect(seen).toEqual({
      rows: [
        { id: "a", text: "a" },
        { id: "b", text: "2" },
      ],
      record: undefined,
      count: 3,
    });
  });

  it("writes rows and record together, and removes what is emptied", async () => {
    const area = createStorageArea();
    const store = open(area);
    await store.write(["a", "b"].map((id) => ({ id, text: id })));
    const rows = [
      { id: "a", text: "" },
      { id: "b", text: "less" },
    ];
    await store.transact(0, () => ({ result: undefined, rows, record: { kept: true } }));
    expect(Object.fromEntries(area.items)).toEqual({
      [`action-telemetry:${instanceUrl}#record`]: { kept: true },
      [`action-telemetry:${instanceUrl}#row:b`]: "less",
    });
    expect(await store.write([])).toBe(1);
  });

  it("does not see a row that was emptied and not removed any more, and removes it with the rest", async () => {
    const area = createStorageArea();
    await open(area).write([{ id: "a", text: "a" }]);
    const dying = createStorageArea(area.items);
    dying.dieAfter(1);
    void open(dying).write([{ id: "a", text: "" }]);
    const store = open(area);
    expect(await store.transact(9, (rows) => ({ result: rows }))).toEqual([]);
    expect(keysOf(area)).toHaveLength(1);
    await store.erase();
    expect(area.items.size).toBe(0);
  });

  it("changes one thing after another, so that no count is lost", async () => {
    const area = createStorageArea();
    const store = open(area);
    const add = () =>
      store.transact(0, (_rows, record) => ({
        result: undefined,
        record: { sum: Number((record as { sum?: number } | undefined)?.sum ?? 0) + 1 },
      }));
    await Promise.all(Array.from({ length: 20 }, add));
    expect(area.items.get(`action-telemetry:${instanceUrl}#record`)).toEqual({ sum: 20 });
  });

  it("goes on after a change that failed", async () => {
    const area = createStorageArea();
    const store = open({ ...area, get: () => Promise.reject(new Error("quota")) });
    await expect(store.transact(0, () => ({ result: 1 }))).rejects.toThrow("quota");
    expect(await open(area).transact(0, () => ({ result: 2 }))).toBe(2);
  });

  it("leaves everything else in the area alone, other instances among it", async () => {
    const area = createStorageArea();
    area.items.set("sourcegraphURL", "https://other.example");
    const other = createExtensionStorage({ area, locks: noLocks }).open("https://other.example");
    await other.write([{ id: "a", text: "a" }]);
    const store = open(area);
    await store.write([{ id: "a", text: "mine" }]);
    await store.erase();
    expect(new Set(area.items.values())).toEqual(new Set(["https://other.example", "a"]));
  });
});

describe("A worker that is killed", () => {
  it("in the middle of a batch leaves it to the next one, which sends it under the same IDs", async () => {
    const area = createStorageArea();
    const first = startWorker(area, "hang");
    first.record("a", "b");
    await first.clock.advance(50);
    expect(first.names()).toEqual(["a", "b"]);
    area.dieAfter(0);

    const next = createStorageArea(area.items);
    const second = startWorker(next);
    await second.clock.advance(50);
    expect(second.names()).toEqual(["a", "b"]);
    const [before, after] = [first, second].map(({ batches }) =>
      batches()[0]?.events.map(({ id }) => id),
    );
    expect(after).toEqual(before);
    expect(second.batches()[0]?.anonymizedUserId).toBe(first.batches()[0]?.anonymizedUserId);
    expect(keysOf(next)).toEqual([]);
  });

  it("after any number of calls to its storage loses nothing that was stored, and repeats no ID", async () => {
    for (let calls = 0; calls < 12; calls += 1) {
      const area = createStorageArea();
      area.dieAfter(calls);
      const first = startWorker(area);
      first.record("a", "b", "c");
      await first.clock.advance(50);
      const stored = keysOf(area).filter((key) => area.items.get(key) !== "").length;

      const second = startWorker(createStorageArea(area.items));
      await second.clock.advance(50);
      const ids = [first, second].flatMap(({ batches }) =>
        batches().flatMap(({ events }) => events.map(({ id }) => id)),
      );
      expect(second.names(), `after ${calls} calls`).toEqual(stored > 0 ? ["a", "b", "c"] : []);
      expect(new Set(ids).size, `after ${calls} calls`).toBe(ids.length === 0 ? 0 : 3);
      expect(keysOf(area).filter((key) => area.items.get(key) !== "")).toEqual([]);
    }
  });

  it("and denied afterwards leaves nothing behind", async () => {
    const area = createStorageArea();
    const first = startWorker(area, "hang");
    first.record("a");
    await first.clock.advance(50);
    expect(keysOf(area)).toHaveLength(1);
    area.dieAfter(0);
    const second = startWorker(createStorageArea(area.items), "hang");
    await second.client.consent.set("denied");
    expect(area.items.size).toBe(0);
  });
});
