import { describe, expect, it } from "vitest";
import type { Locks } from "../platform/Locks.ts";
import { createMemoryStorage } from "../queue/createMemoryStorage.ts";
import { createClientFixture } from "../testing/createClientFixture.ts";

describe("flush", () => {
  it("makes its own attempt, also when one that respects the wait is under way", async () => {
    const storage = createMemoryStorage();
    const earlier = createClientFixture({ storage, answers: [{ status: 503 }] });
    earlier.record("a");
    await earlier.clock.settle();
    // As after a crash: nothing was closed, and the wait is written down.
    let letGo = () => {};
    const held = new Promise<void>((resolve) => (letGo = resolve));
    const locks: Locks = { run: (_name, task) => held.then(task) };
    const later = createClientFixture({ storage, locks, manualClock: earlier.clock });
    await later.clock.settle();
    expect((await later.client.inspect()).status).toBe("sending");
    const flushed = later.client.flush();
    letGo();
    await flushed;
    expect(later.names()).toEqual(["a"]);
    expect((await later.client.inspect()).queue).toEqual([]);
  });

  it("sends everything before it resolves, and what is recorded meanwhile with it", async () => {
    const { client, record, names } = createClientFixture();
    record("a");
    const flushed = client.flush();
    record("b");
    await Promise.all([flushed, client.flush()]);
    expect(names()).toEqual(["a", "b"]);
  });
});
