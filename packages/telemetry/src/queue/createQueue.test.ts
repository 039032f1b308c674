import { describe, expect, it } from "vitest";
import { systemRandom } from "../platform/systemRandom.ts";
import { createManualClock } from "../testing/createManualClock.ts";
import { createMemoryStorage } from "./createMemoryStorage.ts";
import { createQueue } from "./createQueue.ts";
import type { QueueStore, StoredRow } from "./QueueStore.ts";

const id = (index: number) => `019aac4c-6a00-7000-8000-${String(index).padStart(12, "0")}`;
const event = (index: number) => ({
  id: id(index),
  text: JSON.stringify({ id: id(index), name: "a", time: "2026-11-22T12:00:00.000Z" }),
});
const events = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => event(from + index));
const everybody = () => true;

/** A queue, its store, and what was asked of the store. */
function setUp(overrides: Partial<QueueStore> = {}) {
  const clock = createManualClock();
  const store = { ...createMemoryStorage().open("https://instance.example"), ...overrides };
  const calls: string[] = [];
  const ready: boolean[] = [];
  const queue = createQueue({
    openStore: () => ({
      write(rows) {
        calls.push(`write ${rows.length}`);
        return store.write(rows);
      },
      transact(limit, change) {
        calls.push(`transact ${limit}`);
        return store.transact(limit, change);
      },
      erase: () => store.erase(),
      close: () => void calls.push("close"),
    }),
    clock,
    random: systemRandom,
    onReady: (isCrowded) => ready.push(isCrowded),
  });
  const read = () =>
    store.transact(2000, (rows, record) => ({ result: { rows: rows as StoredRow[], record } }));
  /** What has been called, or called back, since the last time. */
  const since = () => [calls.splice(0), ready.splice(0)];
  const open = async () => {
    queue.open();
    await clock.settle();
    since();
  };
  return { queue, clock, store, since, read, open };
}

/** A promise for the test to keep. */
function defer<T>() {
  let resolve = (_value: T) => {};
  const promise = new Promise<T>((settle) => (resolve = settle));
  return { promise, resolve };
}

const refuse = () => Promise.reject(new Error("full"));

describe("A queue that is shut", () => {
  it("asks nothing of its store, and keeps what is added", async () => {
    const { queue, clock, since } = setUp();
    queue.add(event(1));
    queue.drop("record-failed");
    await queue.persist();
    await clock.settle();
    expect(await queue.peek()).toEqual({ record: { dropped: {} }, rows: [] });
    expect(since()).toEqual([[], []]);
    expect(queue.pending).toEqual([event(1)]);
    expect(queue.pendingDrops).toEqual({ "record-failed": 1 });
    queue.close();
    expect(since()).toEqual([[], []]);
  });

  it("writes it once it is opened, and says that it is ready", async () => {
    const { queue, clock, since, read } = setUp();
    queue.add(event(1));
    queue.drop("record-failed");
    queue.open();
    await clock.settle();
    expect(since()).toEqual([["write 1", "transact 0"], [false]]);
    expect(await read()).toMatchObject({
      rows: [event(1)],
      record: { dropped: { "record-failed": 1 } },
    });
    expect([queue.pending, queue.pendingDrops]).toEqual([[], {}]);
    expect(queue.latest?.anonymousId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("again, writes no more", async () => {
    const { queue, clock, since, open } = setUp();
    await open();
    queue.shut();
    queue.add(event(1));
    await clock.settle();
    expect(since()).toEqual([[], []]);
    queue.close();
    expect(since()).toEqual([["close"], []]);
  });

  it("holds a thousand events, of which the oldest make room and are counted", () => {
    const { queue } = setUp();
    for (const one of events(0, 1000)) queue.add(one);
    expect([queue.pending.length, queue.pendingDrops]).toEqual([1000, {}]);
    queue.add(event(1000));
    expect([queue.pending.length, queue.pending[0]?.id]).toEqual([1000, id(1)]);
    expect(queue.pendingDrops).toEqual({ "queue-full": 1 });
  });

  it("holds a megabyte", () => {
    const { queue } = setUp();
    const text = "x".repeat(262_144);
    for (const index of [0, 1, 2, 3]) queue.add({ id: id(index), text });
    expect([queue.pending.length, queue.pendingDrops]).toEqual([4, {}]);
    queue.add({ id: id(4), text: "x" });
    expect([queue.pending.length, queue.pendingDrops]).toEqual([4, { "queue-full": 1 }]);
    queue.add({ id: id(5), text: "x".repeat(600_000) });
    expect(queue.pending.map((one) => one.id)).toEqual([id(3), id(4), id(5)]);
    expect(queue.pendingDrops).toEqual({ "queue-full": 3 });
  });
});

describe("A queue that is open", () => {
  it("reads the record and an ID once, though nothing is added", async () => {
    const { queue, clock, since } = setUp();
    queue.open();
    await clock.settle();
    expect(since()).toEqual([["transact 0"], [false]]);
    await queue.persist();
    expect(since()).toEqual([[], [false, false]]);
  });

  it("writes all events of a task at once, and says so before and after", async () => {
    const { queue, clock, since, open, store } = setUp();
    await open();
    const written = defer<number>();
    store.write = () => written.promise;
    for (const one of events(0, 250)) queue.add(one);
    expect(since()).toEqual([[], []]);
    await clock.settle();
    expect(since()).toEqual([["write 3"], [false]]);
    written.resolve(3);
    await clock.settle();
    expect(since()).toEqual([[], [false]]);
  });

  it("writes down a drop though nothing else happens", async () => {
    const { queue, clock, since, open, read } = setUp();
    await open();
    queue.drop("record-failed");
    await clock.settle();
    expect(since()[0]).toEqual(["transact 0"]);
    expect(await read()).toMatchObject({ record: { dropped: { "record-failed": 1 } } });
  });

  it.each([
    [600, 1, false],
    [601, 1, true],
    [1, 600, false],
    [1, 601, true],
  ])("of %d events in %d rows is crowded: %j", async (count, rows, isCrowded) => {
    const { queue, clock, since, open, store } = setUp();
    await open();
    store.write = () => Promise.resolve(rows);
    for (const one of events(0, count)) queue.add(one);
    await clock.settle();
    expect(since()[1]).toEqual([false, isCrowded]);
  });

  it("is not crowded any more once it has been looked at", async () => {
    const { queue, clock, since, open, store } = setUp();
    await open();
    store.write = () => Promise.resolve(1);
    for (const one of events(0, 700)) queue.add(one);
    await clock.settle();
    await queue.take(everybody);
    since();
    queue.add(event(700));
    await clock.settle();
    expect(since()[1]).toEqual([false, false]);
    for (const one of events(0, 700)) queue.add(one);
    await clock.settle();
    await queue.erase();
    await open();
    queue.add(event(701));
    await clock.settle();
    expect(since()[1]).toEqual([false, false]);
  });

  it("lets a write wait while a thousand events are being written, unless the page may end", async () => {
    const { queue, clock, since, open, store } = setUp();
    await open();
    const written = defer<number>();
    store.write = () => written.promise;
    for (const one of events(0, 999)) queue.add(one);
    await clock.settle();
    queue.add(event(999));
    await clock.settle();
    expect(since()[0]).toEqual(["write 10", "write 1"]);
    queue.add(event(1000));
    await clock.settle();
    expect([since()[0], queue.pending.length]).toEqual([[], 1]);
    void queue.persist(true);
    expect(since()).toEqual([["write 1"], []]);
    queue.add(event(1001));
    await clock.settle();
    expect(since()[0]).toEqual([]);
    written.resolve(11);
    await clock.settle();
    expect([since()[0], queue.pending]).toEqual([["write 1"], []]);
    queue.add(event(1002));
    await clock.settle();
    expect(since()[0]).toEqual(["write 1"]);
  });

  it("remembers what it stored up to a megabyte, the newest", async () => {
    const { queue, clock, open } = setUp();
    await open();
    const text = "x".repeat(262_144);
    const add = async (index: number) => {
      queue.add({ id: id(index), text });
      await clock.settle();
    };
    for (const index of [0, 1, 2, 3]) await add(index);
    expect(queue.fresh(everybody)).toHaveLength(4);
    await add(4);
    expect(queue.fresh(everybody).map((row) => row.id)).toEqual([id(1), id(2), id(3), id(4)]);
    expect(queue.fresh((one) => one === id(2))).toEqual([{ id: id(2), text }]);
  });

  it("leaves to another tab what it stored itself, and says whether it did", async () => {
    const { queue, clock, open } = setUp();
    await open();
    for (const one of [event(1), event(2), event(3)]) {
      queue.add(one);
      await clock.settle();
    }
    expect(queue.yield([])).toBe(false);
    expect(queue.yield([id(9)])).toBe(false);
    expect(queue.yield([id(9), id(1), id(3)])).toBe(true);
    expect(queue.fresh(everybody)).toEqual([event(2)]);
  });
});

describe("What is taken", () => {
  it.each([
    ["rows that are sound, and all of them", 1, [event(1)], false],
    ["rows that are sound, and more", 1, [event(1), event(2)], false],
    ["damaged rows, and all of them", 1, [{ id: id(1), text: "{" }], false],
    ["damaged rows, and more", 1, [{ id: id(1), text: "{" }, event(2)], true],
  ])("from %s is a part only where something went", async (_what, limit, rows, isPart) => {
    const { queue, open, store } = setUp();
    await open();
    store.transact = (_limit, change) =>
      Promise.resolve(change(rows.slice(0, limit), undefined, rows.length).result);
    expect((await queue.take(everybody)).isPart).toBe(isPart);
  });

  it("is not what is being sent, when the queue is full", async () => {
    const { queue, open, store, read } = setUp();
    await open();
    await store.write(events(0, 1001));
    expect((await queue.take((one) => one !== id(0))).changed).toEqual([{ id: id(1), text: "" }]);
    expect((await read()).rows).toHaveLength(1000);
    await store.write([event(2000)]);
    expect((await queue.peek()).rows.length).toBeGreaterThan(999);
    expect((await read()).rows).toHaveLength(1001);
  });
});

describe("What is settled", () => {
  it("is taken out of store and memory, and nothing else is", async () => {
    const { queue, clock, since, open, read } = setUp();
    await open();
    for (const one of [event(1), event(2)]) {
      queue.add(one);
      await clock.settle();
    }
    since();
    await queue.settle({
      rows: [
        { id: id(1), text: "" },
        { id: id(2), text: "rest" },
      ],
    });
    expect(since()).toEqual([["write 2"], []]);
    expect(queue.fresh(everybody)).toEqual([{ id: id(2), text: "rest" }]);
    expect((await read()).rows).toEqual([{ id: id(2), text: "rest" }]);
    await queue.settle({ rows: [{ id: id(9), text: "of another tab" }] });
    expect(queue.fresh(everybody)).toHaveLength(1);
  });

  it("changes the record only if there is something to write down", async () => {
    const { queue, since, open, read } = setUp();
    await queue.settle({});
    expect(since()).toEqual([[], []]);
    await open();
    await queue.settle({});
    expect(since()[0]).toEqual([]);
    const retry = { at: 5, attempt: 1, imposed: false };
    await queue.settle({ retry, dropped: { "http-400": 2 } });
    expect(since()[0]).toEqual(["transact 0"]);
    expect((await read()).record).toMatchObject({ retry, dropped: { "http-400": 2 } });
    await queue.settle({ retry: queue.latest?.retry });
    expect(since()[0]).toEqual([]);
    await queue.settle({ reported: { "http-400": 1 }, retry: queue.latest?.retry });
    expect((await read()).record).toMatchObject({ retry, dropped: { "http-400": 1 } });
    await queue.settle({});
    expect((await read()).record).toMatchObject({ retry: undefined });
  });
});

describe("A queue whose store has failed", () => {
  async function fail() {
    const set = setUp({ write: refuse });
    await set.open();
    expect(set.queue.isIntact).toBe(true);
    set.queue.add(event(1));
    await set.clock.settle();
    expect(set.queue.isIntact).toBe(false);
    set.since();
    return set;
  }

  it("asks nothing of it any more, and keeps everything in memory", async () => {
    const { queue, clock, since } = await fail();
    const text = "x".repeat(262_144);
    for (const index of [2, 3, 4, 5]) {
      queue.add({ id: id(index), text });
      await clock.settle();
    }
    expect(queue.fresh(everybody)).toHaveLength(5);
    await queue.settle({ rows: [{ id: id(1), text: "" }], dropped: { "http-400": 1 } });
    expect(queue.fresh(everybody)).toHaveLength(4);
    expect(queue.latest?.dropped).toEqual({ "http-400": 1 });
    expect(since()[0]).toEqual([]);
  });

  it("brings what is in memory within the limits", async () => {
    const { queue, clock } = await fail();
    for (let index = 2; index < 1010; index += 1) {
      queue.add(event(index));
      await clock.settle();
    }
    const { rows, dropped } = await queue.take(everybody);
    expect([rows.length, rows[0]?.id, dropped]).toEqual([1000, id(10), { "queue-full": 9 }]);
    expect(queue.fresh(everybody)).toHaveLength(1000);
  });
});

describe("An erasure", () => {
  it("forgets everything at once, and again begins with another ID", async () => {
    const { queue, clock, open, read } = setUp();
    await open();
    const before = queue.latest?.anonymousId;
    queue.add(event(1));
    await clock.settle();
    queue.add(event(2));
    queue.drop("record-failed");
    const erased = queue.erase();
    expect([queue.pending, queue.pendingDrops, queue.latest]).toEqual([[], {}, undefined]);
    expect(queue.fresh(everybody)).toEqual([]);
    await erased;
    expect(await read()).toEqual({ rows: [], record: undefined });
    await open();
    expect(queue.latest?.anonymousId).not.toBe(before);
  });

  it("is not undone by a write that ends after it", async () => {
    const { queue, clock, since, open, store } = setUp();
    await open();
    const written = defer<number>();
    store.write = () => written.promise;
    queue.add(event(1));
    await clock.settle();
    since();
    await queue.erase();
    written.resolve(1);
    await clock.settle();
    expect(since()).toEqual([[], []]);
    expect(queue.latest).toBeUndefined();
  });

  it("is not undone by a look that ends after it", async () => {
    const { queue, clock, since, open, store } = setUp();
    await open();
    const looked = defer<void>();
    const { transact } = store;
    store.transact = async (limit, change) => {
      const result = await transact(limit, change);
      await looked.promise;
      return result;
    };
    const taken = queue.take(everybody);
    queue.drop("record-failed");
    await clock.settle();
    await queue.erase();
    since();
    looked.resolve();
    await taken;
    await clock.settle();
    expect(queue.latest).toBeUndefined();
    expect(since()).toEqual([[], []]);
  });

  it("is not undone by a settlement that ends after it", async () => {
    const { queue, since, open, store } = setUp();
    await open();
    const written = defer<number>();
    store.write = () => written.promise;
    const settled = queue.settle({
      rows: [{ id: id(1), text: "" }],
      retry: { at: 1, attempt: 1, imposed: false },
    });
    await queue.erase();
    since();
    written.resolve(0);
    await settled;
    expect(since()).toEqual([[], []]);
    expect(queue.latest).toBeUndefined();
  });
});
