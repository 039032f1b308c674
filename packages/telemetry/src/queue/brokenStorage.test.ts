import { describe, expect, it } from "vitest";
import { createClientFixture } from "../testing/createClientFixture.ts";
import { createMemoryStorage } from "./createMemoryStorage.ts";
import type { QueueStore, TelemetryStorage } from "./QueueStore.ts";

const refuse = () => {
  throw new DOMException("no", "SecurityError");
};
const reject = () => Promise.reject(new DOMException("full", "QuotaExceededError"));
const never = () => new Promise<never>(() => undefined);

/** A storage that works but for the methods given. */
function broken(methods: Partial<QueueStore>): TelemetryStorage {
  const working = createMemoryStorage();
  return { persistent: true, open: (url) => ({ ...working.open(url), ...methods }) };
}

describe("A storage that does not work", () => {
  it.each<[string, TelemetryStorage]>([
    ["throws as it is opened", { persistent: true, open: refuse }],
    ["throws at every use", broken({ write: refuse, transact: refuse, erase: refuse })],
    ["is full", broken({ write: reject })],
    ["cannot be read", broken({ transact: reject })],
    ["rejects everything", broken({ write: reject, transact: reject, erase: reject })],
  ])("that %s is replaced by memory, and every event arrives", async (_how, storage) => {
    const { record, clock, names, client } = createClientFixture({
      storage,
      answers: [{ status: 503 }, { status: 200 }],
    });
    record("a", "b");
    await clock.advance(50);
    expect(await client.inspect()).toMatchObject({ storage: "failed", dropped: {} });
    await clock.advance(60_000);
    expect(names()).toEqual(["a", "b", "a", "b"]);
    await client.consent.set("denied");
    await client.close();
  });

  it("that never answers is given up after ten seconds", async () => {
    const storage = broken({ write: never, transact: never, erase: never });
    const { record, clock, names, client } = createClientFixture({ storage });
    record("a");
    await clock.advance(9900);
    expect(names()).toEqual([]);
    await clock.advance(20_200);
    expect(names()).toEqual(["a"]);
    expect((await client.inspect()).storage).toBe("failed");
  });

  it("keeps the anonymous ID when it fails later on", async () => {
    const working = createMemoryStorage();
    let isFull = false;
    const storage: TelemetryStorage = {
      persistent: true,
      open(url) {
        const store = working.open(url);
        return { ...store, write: (rows) => (isFull ? reject() : store.write(rows)) };
      },
    };
    const { record, clock, batches } = createClientFixture({ storage });
    record("a");
    await clock.advance(50);
    isFull = true;
    record("b");
    await clock.advance(250);
    const [first, second] = batches();
    expect(second?.events.map(({ name }) => name)).toEqual(["b"]);
    expect(second?.anonymizedUserId).toBe(first?.anonymizedUserId);
  });

  it("does not bring back what a denial has erased", async () => {
    let fail = (_error: Error) => {};
    const failing = new Promise<never>((_resolve, reject_) => {
      fail = reject_;
    });
    const storage = broken({ write: () => failing });
    const { record, clock, client, network } = createClientFixture({ storage });
    record("a");
    await clock.settle();
    const denied = client.consent.set("denied");
    fail(new Error("full"));
    await denied;
    await client.consent.set("granted");
    await clock.advance(60_000);
    expect(network.requests).toEqual([]);
  });
});
