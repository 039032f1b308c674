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
      "",
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
    await store.append(texts.map((text, index) => ({ id: id(100 + index), text })));
    await store.append([{ id: id(200), text: sound(201).text }]);
    await store.append([{ id: id(202), text: 7 as unknown as string }]);
    await store.append([sound(1), sound(2)]);
    const { clock, batches, names } = createClientFixture({ storage });
    await clock.advance(50);
    expect(names()).toEqual(["sound", "sound"]);
    expect(batches()[0]?.dropped).toEqual({ "storage-corrupt": texts.length + 2 });
    expect("polluted" in {}).toBe(false);
    expect(JSON.stringify(batches())).not.toContain("SECRET");
  });

  it("sends a row that is stored twice once", async () => {
    const storage = createMemoryStorage();
    await storage.open(instanceUrl).append([sound(1), sound(1)]);
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
    await storage.open(instanceUrl).append(Array.from({ length: 10_000 }, (_, i) => sound(i)));
    const { record, clock, client } = createClientFixture({ storage, answers: [{ status: 503 }] });
    record("newest");
    await clock.advance(50);
    const { queue, dropped } = await client.inspect();
    expect(queue.length).toBeLessThanOrEqual(1000);
    expect(queue.at(-1)?.name).toBe("newest");
    expect(queue.length + (dropped["queue-full"] ?? 0)).toBe(10_001);
  });
});
