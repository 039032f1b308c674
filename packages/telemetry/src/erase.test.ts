import { describe, expect, it } from "vitest";
import type { TabChannel } from "./platform/TabChannel.ts";
import { createMemoryStorage } from "./queue/createMemoryStorage.ts";
import { createClientFixture } from "./testing/createClientFixture.ts";
import { createManualClock } from "./testing/createManualClock.ts";

const url = "https://instance.example";

describe("A client that is told to erase", () => {
  it("forgets queue, counts, ID and what was sent, and goes on with a new ID", async () => {
    const { client, record, clock, batches, names, storage } = createClientFixture({
      answers: [{ status: 200 }, { status: 503 }, { status: 200 }],
    });
    record("sent");
    await clock.advance(50);
    record("waiting", "no ID");
    await clock.advance(250);
    expect(await client.inspect()).toMatchObject({
      queue: [{ name: "waiting" }],
      dropped: { "invalid-name": 1 },
      sent: [{ outcome: "retry", reason: "http-503" }, { outcome: "accepted" }],
    });
    await client.erase();
    const store = storage.open(url);
    expect(await store.transact(9, (rows) => ({ result: rows }))).toEqual([]);
    expect(await client.inspect()).toMatchObject({ queue: [], dropped: {}, sent: [] });
    record("after");
    await clock.advance(120_000);
    expect(client.consent.state).toBe("granted");
    expect(names()).toEqual(["sent", "waiting", "after"]);
    const ids = batches().map(({ anonymizedUserId }) => anonymizedUserId);
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  it("aborts what is on its way, and keeps what is recorded meanwhile", async () => {
    const { client, record, clock, network, names } = createClientFixture({
      answers: ["hang", { status: 200 }],
    });
    record("before");
    await clock.advance(50);
    const erased = client.erase();
    expect(network.requests[0]?.init.signal?.aborted).toBe(true);
    record("meanwhile");
    await erased;
    await clock.advance(50);
    expect(names()).toEqual(["before", "meanwhile"]);
  });

  it.each(["unknown", "denied"] as const)("sends nothing while consent is %s", async (consent) => {
    const { client, record, clock, network } = createClientFixture({ consent });
    record("before");
    await client.erase();
    record("after");
    await clock.advance(60_000);
    expect(network.requests).toEqual([]);
    const expected = consent === "unknown" ? ["after"] : [];
    expect((await client.inspect()).queue.map(({ name }) => name)).toEqual(expected);
  });

  it("tells the other tabs, which forget what they hold and abort what they send", async () => {
    const listeners: ((message: unknown) => void)[] = [];
    const createChannel = (index: number): TabChannel => ({
      post: (message) => listeners[1 - index]?.(message),
      subscribe(listener) {
        listeners[index] = listener;
        return () => undefined;
      },
    });
    const shared = { storage: createMemoryStorage(), manualClock: createManualClock() };
    const one = createClientFixture({ ...shared, channel: createChannel(0) });
    const two = createClientFixture({ ...shared, channel: createChannel(1), answers: ["hang"] });
    await shared.manualClock.advance(100);
    two.record("a");
    await shared.manualClock.advance(50);
    expect((await two.client.inspect()).sent).toHaveLength(1);
    await one.client.erase();
    await shared.manualClock.settle();
    expect(two.network.requests[0]?.init.signal?.aborted).toBe(true);
    expect(await two.client.inspect()).toMatchObject({ queue: [], sent: [], consent: "granted" });
  });

  it("does nothing once it is closed", async () => {
    const { client, record, clock, storage } = createClientFixture({
      answers: [{ status: 503 }],
    });
    record("a");
    await clock.advance(50);
    await client.close();
    await client.erase();
    const rows = await storage.open(url).transact(9, (stored) => ({ result: stored }));
    expect(rows).toHaveLength(1);
  });
});

describe("Subscribers", () => {
  it.each(["unknown", "granted"] as const)(
    "hear of what is recorded and lost while consent is %s",
    async (consent) => {
      const { client, record, clock } = createClientFixture({ consent });
      await clock.settle();
      let calls = 0;
      client.subscribe(() => (calls += 1));
      record("a");
      await clock.settle();
      expect(calls).toBeGreaterThan(0);
      const before = calls;
      record("no ID");
      await clock.settle();
      expect(calls).toBeGreaterThan(before);
    },
  );
});

describe("What was sent", () => {
  it.each([
    ["network", "network-error"],
    ["http-403", { status: 403 }],
    ["http-400", { status: 400 }],
    [undefined, { status: 200 }],
  ] as const)("says %s as the reason", async (reason, answer) => {
    const { client, record, clock } = createClientFixture({ answers: [answer] });
    record("a");
    await clock.advance(50);
    expect((await client.inspect()).sent[0]?.reason).toBe(reason);
  });
});
