import { describe, expect, it } from "vitest";
import { createMemoryStorage } from "../queue/createMemoryStorage.ts";
import { createClientFixture } from "../testing/createClientFixture.ts";
import { createManualClock } from "../testing/createManualClock.ts";
import { createMemoryTransport } from "../transport/createMemoryTransport.ts";
import type { ConsentState } from "./ConsentState.ts";

describe("While consent is unknown", () => {
  it("nothing is stored or sent, and everything is sent once it is granted", async () => {
    const { client, record, clock, storage, names } = createClientFixture({ consent: "unknown" });
    record("a", "b");
    await clock.advance(60_000);
    expect(names()).toEqual([]);
    const store = storage.open("https://instance.example");
    expect(await store.transact(10, (rows, record_) => ({ result: [rows, record_] }))).toEqual([
      [],
      undefined,
    ]);
    expect((await client.inspect()).queue.map(({ name }) => name)).toEqual(["a", "b"]);
    await client.consent.set("granted");
    await clock.advance(50);
    expect(names()).toEqual(["a", "b"]);
  });

  it("keeps the newest 1,000 events and counts the rest", async () => {
    const { client, record, clock, names, batches } = createClientFixture({ consent: "unknown" });
    record(...Array.from({ length: 1200 }, (_, index) => `action.${index}`));
    await client.consent.set("granted");
    await clock.advance(50);
    expect([names().length, names()[0]]).toEqual([1000, "action.200"]);
    expect(batches()[0]?.dropped).toEqual({ "queue-full": 200 });
  });

  it("forgets everything once it is denied", async () => {
    const { client, record, clock, network } = createClientFixture({ consent: "unknown" });
    record("a");
    await client.consent.set("denied");
    await client.consent.set("granted");
    await clock.advance(60_000);
    expect(network.requests).toEqual([]);
    record("b");
    await clock.advance(50);
    expect(network.requests).toHaveLength(1);
  });
});

describe("When consent is denied", () => {
  it("aborts what is on its way, erases queue and ID, and is silent for good", async () => {
    const { client, record, clock, storage, network, hide } = createClientFixture({
      answers: ["hang", { status: 200 }],
    });
    record("a");
    await clock.advance(50);
    record("b");
    const denied = client.consent.set("denied");
    expect(network.requests[0]?.init.signal?.aborted).toBe(true);
    await denied;
    const store = storage.open("https://instance.example");
    expect(await store.transact(10, (rows, kept) => ({ result: [rows, kept] }))).toEqual([
      [],
      undefined,
    ]);
    record("c");
    hide();
    await client.flush();
    await clock.advance(3_600_000);
    expect(network.requests).toHaveLength(1);
    expect(clock.timers).toBe(0);
    expect(await client.inspect()).toMatchObject({
      queue: [],
      dropped: {},
      sent: [],
      status: "off",
    });
  });

  it("does all of it in the very task of the denial, in every tab, with no timer between", async () => {
    const listeners: ((message: unknown) => void)[] = [];
    const order: string[] = [];
    const clock = createManualClock();
    const openTab = (tab: string) => {
      const kept = createMemoryStorage();
      const own = listeners.length;
      return createClientFixture({
        manualClock: clock,
        storage: {
          persistent: true,
          open(url) {
            const store = kept.open(url);
            const erase = async () => {
              order.push(`${tab} begins to erase`);
              await store.erase();
              order.push(`${tab} has erased`);
            };
            return { ...store, erase };
          },
        },
        transport: {
          ...createMemoryTransport(),
          send: (_body, { signal }) => {
            signal.addEventListener("abort", () => order.push(`${tab} aborts`));
            return new Promise(() => undefined);
          },
        },
        channel: {
          post: (message) => {
            for (const [index, listener] of listeners.entries()) {
              if (index !== own) listener(structuredClone(message));
            }
          },
          subscribe(listener) {
            listeners.push(listener);
            return () => undefined;
          },
        },
      });
    };
    const [one, two] = [openTab("one"), openTab("two")];
    one.record("a");
    two.record("b");
    await clock.advance(100);
    expect((await two.client.inspect()).status).toBe("sending");
    const then = clock.now();
    const denied = one.client.consent.set("denied");
    expect(order).toEqual([
      "one aborts",
      "one begins to erase",
      "two aborts",
      "two begins to erase",
    ]);
    expect(two.client.consent.state).toBe("denied");
    await denied;
    expect(order.slice(4).toSorted()).toEqual(["one has erased", "two has erased"]);
    expect([clock.now(), clock.timers]).toEqual([then, 0]);
  });

  it("begins with a new ID when it is granted again, and sends nothing from before", async () => {
    const { client, record, clock, batches, names } = createClientFixture();
    record("a");
    await clock.advance(50);
    await client.consent.set("denied");
    record("while.denied");
    await client.consent.set("granted");
    record("b");
    await clock.advance(50);
    expect(names()).toEqual(["a", "b"]);
    const [before, after] = batches().map(({ anonymizedUserId }) => anonymizedUserId);
    expect(after).toBeDefined();
    expect(after).not.toBe(before);
  });

  it("at the start, erases what an earlier page left", async () => {
    const storage = createMemoryStorage();
    const earlier = createClientFixture({ storage, answers: [{ status: 503 }] });
    earlier.record("a");
    await earlier.clock.advance(50);
    createClientFixture({ storage, consent: "denied" });
    const store = storage.open("https://instance.example");
    expect(await store.transact(10, (rows, kept) => ({ result: [rows, kept] }))).toEqual([
      [],
      undefined,
    ]);
  });

  it("keeps what is granted in the same breath", async () => {
    const { client, record, clock, names } = createClientFixture();
    await clock.settle();
    void client.consent.set("denied");
    void client.consent.set("granted");
    record("a");
    await clock.advance(50);
    expect(names()).toEqual(["a"]);
  });

  it.each([null, undefined, "yes", true, {}])(
    "takes the damaged decision %j for a denial",
    async (value) => {
      const { client } = createClientFixture();
      await client.consent.set(value as ConsentState);
      expect(client.consent.state).toBe("denied");
    },
  );
});

describe("Consent", () => {
  it("goes back to unknown without losing what is stored", async () => {
    const { client, record, clock, names } = createClientFixture({
      answers: [{ status: 503 }, { status: 200 }],
    });
    record("a");
    await clock.advance(50);
    await client.consent.set("unknown");
    record("b");
    await clock.advance(3_600_000);
    expect(names()).toEqual(["a"]);
    await client.consent.set("granted");
    await clock.advance(60_000);
    expect(names()).toEqual(["a", "a", "b"]);
  });

  it("tells its subscribers of every change", async () => {
    const { client, clock } = createClientFixture({ consent: "unknown" });
    await clock.settle();
    const states: ConsentState[] = [];
    client.consent.subscribe(() => states.push(client.consent.state));
    for (const state of ["granted", "granted", "denied"] as const) {
      await client.consent.set(state);
      await clock.settle();
    }
    expect(states).toEqual(["granted", "denied"]);
  });
});
