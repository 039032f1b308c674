import { describe, expect, it } from "vitest";
import { createClientFixture } from "../testing/createClientFixture.ts";
import { createMemoryStorage } from "./createMemoryStorage.ts";

const instanceUrl = "https://instance.example";
const id = (index: number) => `019aac4c-6a00-7000-8000-${String(index).padStart(12, "0")}`;
const sound = (index: number) => ({
  id: id(index),
  text: JSON.stringify({ id: id(index), name: "sound", time: "2026-11-22T12:00:00.000Z" }),
});

describe("A storage that somebody has tampered with", () => {
  it("loses only the damaged rows, which are counted", async () => {
    const storage = createMemoryStorage();
    const store = storage.open(instanceUrl);
    const texts = [
      " ",
      "no JSON",
      "null",
      "[]",
      '{"id":1}',
      '{"__proto__":{"polluted":true}}',
      JSON.stringify({ ...JSON.parse(sound(1).text), title: "SECRET" }),
      JSON.stringify({ ...JSON.parse(sound(1).text), arguments: { text: "x".repeat(2000) } }),
      "x".repeat(5_000_000),
      `${"[".repeat(4000)}`,
    ];
    await store.write(texts.map((text, index) => ({ id: id(100 + index), text })));
    await store.write([{ id: "no-id", text: sound(201).text }]);
    await store.write([{ id: id(202), text: 7 as unknown as string }]);
    await store.write([sound(1), sound(2)]);
    const { clock, batches, names } = createClientFixture({ storage });
    await clock.advance(50);
    expect(names()).toEqual(["sound", "sound"]);
    expect(batches()[0]?.dropped).toEqual({ "storage-corrupt": texts.length + 2 });
    expect("polluted" in {}).toBe(false);
    expect(JSON.stringify(batches())).not.toContain("SECRET");
  });

  it("saves the sound events of a damaged row, and counts the others", async () => {
    const storage = createMemoryStorage();
    const text = [sound(1).text, sound(2).text.slice(1), sound(3).text, "", "7"].join("\n");
    const store = storage.open(instanceUrl);
    await store.write([{ id: id(1), text }]);
    const { clock, batches } = createClientFixture({ storage, answers: ["hang"] });
    await clock.advance(50);
    expect(batches()[0]?.events.map((event) => event.id)).toEqual([id(1), id(3)]);
    expect(batches()[0]?.dropped).toEqual({ "storage-corrupt": 3 });
    const left = await store.transact(10, (rows) => ({ result: rows }));
    expect(left).toEqual([{ id: id(1), text: `${sound(1).text}\n${sound(3).text}` }]);
  });

  it.each([
    ["a million lines", "\n".repeat(1_000_000)],
    ["more events than a queue holds", `${sound(1).text}\n`.repeat(1000) + sound(1).text],
    ["5 MB of events", `${sound(1).text}\n`.repeat(60_000)],
  ])("does not look into a row of %s, and counts it as one", async (_what, text) => {
    const storage = createMemoryStorage();
    await storage.open(instanceUrl).write([{ id: id(1), text }, sound(2)]);
    const { clock, batches } = createClientFixture({ storage });
    await clock.advance(50);
    expect(batches().map(({ events }) => events.map((event) => event.id))).toEqual([[id(2)]]);
    expect(batches()[0]?.dropped).toEqual({ "storage-corrupt": 1 });
  });

  it("sends an event that is stored in two rows under its one ID, and both rows go", async () => {
    const storage = createMemoryStorage();
    const twice = sound(1).text;
    const rows = [1, 2].map((index) => ({ id: id(index), text: twice }));
    await storage.open(instanceUrl).write(rows);
    const { clock, batches } = createClientFixture({ storage });
    await clock.advance(50);
    expect(new Set(batches().flatMap(({ events }) => events.map((event) => event.id))).size).toBe(
      1,
    );
    await clock.advance(60_000);
    expect(batches()).toHaveLength(1);
  });

  it.each([
    ["a text", "record"],
    ["an array", [1, 2]],
    ["wrong types", { anonymousId: 7, dropped: "many", retry: { at: "soon", attempt: -3 } }],
    ["an e-mail address as ID", { anonymousId: "a@b.c" }],
    [
      "hostile counts",
      { dropped: { "queue-full": -1, "My File.ts": 3, ok: 1e300, constructor: "x" } },
    ],
    [
      "a wait until the year 9999",
      { retry: { at: 253_402_300_799_000, attempt: 2, imposed: true } },
    ],
    [
      "a thousand reasons",
      { dropped: Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`r${i}`, 1])) },
    ],
  ])("starts all the same with %s for a record", async (_what, damaged) => {
    const storage = createMemoryStorage();
    await storage
      .open(instanceUrl)
      .transact(0, () => ({ result: undefined, record: damaged as object }));
    const { record, clock, batches } = createClientFixture({ storage });
    record("a");
    await clock.advance(50);
    expect(batches()).toHaveLength(1);
    expect(batches()[0]?.anonymizedUserId).toMatch(/^[0-9a-f-]{36}$/);
    expect(Object.keys(batches()[0]?.dropped ?? {}).length).toBeLessThanOrEqual(32);
    expect(JSON.stringify(batches()[0]?.dropped ?? {})).not.toMatch(/File|-1|e\+/);
  });

  it("brings a queue of 10,000 rows within its limits, newest kept, the rest counted", async () => {
    const storage = createMemoryStorage();
    await storage.open(instanceUrl).write(Array.from({ length: 10_000 }, (_, i) => sound(i)));
    const { record, clock, client } = createClientFixture({ storage, answers: [{ status: 503 }] });
    record("newest");
    await clock.advance(50);
    const { queue, dropped } = await client.inspect();
    expect(queue.length).toBeLessThanOrEqual(1000);
    expect(queue.at(-1)?.name).toBe("newest");
    expect(queue.length + (dropped["queue-full"] ?? 0)).toBe(10_001);
  });
});
