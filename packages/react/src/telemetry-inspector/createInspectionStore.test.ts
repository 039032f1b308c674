import type { TelemetryInspection } from "@action-telemetry/telemetry";
import { createTelemetryClient, createMemoryTransport } from "@action-telemetry/telemetry";
import { describe, expect, it } from "vitest";
import { createInspectionStore } from "./createInspectionStore.ts";
import type { InspectedClient } from "./InspectedClient.ts";

/** A client that answers when it is told to, and frames that come when they are told to. */
function setUp() {
  const listeners = new Set<() => void>();
  const answers: ((value: TelemetryInspection | PromiseLike<TelemetryInspection>) => void)[] = [];
  const frames: (() => void)[] = [];
  let readings = 0;
  const client: InspectedClient = {
    inspect: () => {
      readings += 1;
      return new Promise((resolve) => answers.push(resolve));
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    flush: () => Promise.resolve(),
    erase: () => Promise.resolve(),
  };
  const store = createInspectionStore(client, (callback) => frames.push(callback));
  const settle = async () => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  };
  return {
    store,
    listeners,
    change: () => {
      for (const listener of listeners) listener();
    },
    answer: async (value: object | Promise<never>) => {
      answers.shift()?.(value as TelemetryInspection);
      await settle();
    },
    frame: () => {
      for (const callback of frames.splice(0)) callback();
    },
    readings: () => readings,
  };
}

describe("createInspectionStore", () => {
  it("reads and listens only while somebody listens to it", async () => {
    const { store, listeners, answer, frame, change, readings } = setUp();
    expect([readings(), listeners.size]).toEqual([0, 0]);
    store.refresh();
    expect(readings()).toBe(0);
    const unsubscribe = store.subscribe(() => undefined);
    expect([readings(), listeners.size]).toEqual([1, 1]);
    await answer({ status: "idle" });
    change();
    unsubscribe();
    frame();
    expect([readings(), listeners.size]).toEqual([1, 0]);
  });

  it("reads once a frame at most, however much is recorded, and misses nothing", async () => {
    const { store, answer, frame, change, readings } = setUp();
    let calls = 0;
    store.subscribe(() => (calls += 1));
    for (let count = 0; count < 1000; count += 1) change();
    expect(readings()).toBe(1);
    await answer({ status: "sending" });
    for (let count = 0; count < 1000; count += 1) change();
    expect(readings()).toBe(1);
    frame();
    expect(readings()).toBe(2);
    await answer({ status: "idle" });
    frame();
    expect([readings(), calls]).toEqual([2, 2]);
    expect(store.getSnapshot()).toEqual({ inspection: { status: "idle" }, failed: false });
  });

  it("keeps what it knew when a reading fails, and says so", async () => {
    const { store, answer, frame, change } = setUp();
    store.subscribe(() => undefined);
    await answer({ status: "idle" });
    frame();
    change();
    await answer(Promise.reject(new Error("The other process has ended.")));
    expect(store.getSnapshot()).toEqual({ inspection: { status: "idle" }, failed: true });
    frame();
    store.refresh();
    await answer({ status: "off" });
    expect(store.getSnapshot()).toEqual({ inspection: { status: "off" }, failed: false });
  });

  it("suffers a client that throws", async () => {
    const client = {
      ...createTelemetryClient({
        instanceUrl: "https://instance.example",
        source: "WEB",
        platform: "web",
        client: { name: "test", version: "1" },
        transport: createMemoryTransport(),
      }),
      subscribe: () => () => undefined,
      inspect: () => {
        throw new Error("gone");
      },
    } as unknown as InspectedClient;
    const store = createInspectionStore(client, (callback) => callback());
    await new Promise<void>((resolve) => store.subscribe(resolve));
    expect(store.getSnapshot()).toEqual({ failed: true });
  });
});
