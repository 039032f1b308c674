import type { ActionId, EventBatch, TelemetryEvent } from "@action-telemetry/event-schema";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { TelemetryClient } from "../TelemetryClient.ts";
import { createInstanceTransport } from "../transport/createInstanceTransport.ts";
import { createMemoryTransport } from "../transport/createMemoryTransport.ts";
import type { Transport } from "../transport/Transport.ts";
import { createBroadcastTabChannel } from "./createBroadcastTabChannel.ts";
import { createBrowserTelemetryClient } from "./createBrowserTelemetryClient.ts";
import { createIndexedDBStorage } from "./createIndexedDBStorage.ts";
import { createWebLocks } from "./createWebLocks.ts";

let counter = 0;
let instanceUrl = "";
const clients: TelemetryClient[] = [];

beforeEach(() => {
  counter += 1;
  instanceUrl = `${location.origin}/instance-${counter}-${Date.now()}`;
});
afterEach(async () => {
  await Promise.all(
    clients.splice(0).map(async (client) => {
      await client.consent.set("denied");
      await client.close();
    }),
  );
});

function open(transport: Transport): TelemetryClient {
  const client = createBrowserTelemetryClient({
    instanceUrl,
    source: "WEB",
    platform: "web",
    client: { name: "test", version: "1.0.0" },
    consent: "granted",
    transport,
  });
  clients.push(client);
  return client;
}

const refusing = () => createMemoryTransport(() => ({ kind: "retry", reason: "down" }));
const namesOf = (events: readonly TelemetryEvent[]) => events.map(({ name }) => name);

describe("In a real browser", () => {
  it("what is recorded is in IndexedDB, and goes from there when the instance has it", async () => {
    const down = open(refusing());
    down.recorder.recordAction({ actionId: "a", surface: "toolbar", trigger: "pointer" });
    await down.flush();
    expect(await down.inspect()).toMatchObject({ storage: "persistent", status: "scheduled" });
    const rows = () =>
      createIndexedDBStorage()
        .open(instanceUrl)
        .transact(10, (stored) => ({ result: stored.length }));
    expect(await rows()).toBe(1);
    await down.close();
    const up = createMemoryTransport();
    const next = open(up);
    await next.flush();
    expect(namesOf(up.events)).toEqual(["a"]);
    expect(await rows()).toBe(0);
  });

  it("an event is written in the very microtask after the call, and survives if nothing else follows", async () => {
    const client = open(refusing());
    await client.flush();
    const commit = vi.spyOn(IDBTransaction.prototype, "commit");
    client.recorder.recordAction({ actionId: "a" });
    expect(commit).not.toHaveBeenCalled();
    await Promise.resolve();
    await Promise.resolve();
    expect(commit).toHaveBeenCalledTimes(1);
    commit.mockRestore();
  });

  it("two clients that share the browser send every event once and under one ID", async () => {
    const transports = [createMemoryTransport(), createMemoryTransport()];
    const tabs = transports.map((transport) => open(transport));
    for (let index = 0; index < 40; index += 1) {
      tabs[index % 2]?.recorder.recordAction({ actionId: `action.${index}` as ActionId });
      if (index % 10 === 0) await Promise.all(tabs.map((tab) => tab.flush()));
    }
    await Promise.all(tabs.map((tab) => tab.flush()));
    const names = namesOf(transports.flatMap(({ events }) => events));
    expect(names).toHaveLength(40);
    expect(new Set(names).size).toBe(40);
    const ids = transports.flatMap(({ batches }) => batches.map((batch) => batch.anonymizedUserId));
    expect(new Set(ids).size).toBe(1);
  });

  it("a denial in one silences the other, and leaves nothing in the database", async () => {
    const [one, two] = [open(refusing()), open(refusing())];
    one.recorder.recordAction({ actionId: "a" });
    await one.flush();
    const silenced = new Promise<void>((resolve) => {
      two.consent.subscribe(() => resolve());
    });
    await one.consent.set("denied");
    await silenced;
    expect(two.consent.state).toBe("denied");
    await two.flush();
    const left = await createIndexedDBStorage()
      .open(instanceUrl)
      .transact(10, (rows, record) => ({ result: [rows.length, record] }));
    expect(left).toEqual([0, undefined]);
  });

  it("what was recorded in the same task goes out with keepalive when the page hides", async () => {
    const fetchSpy = vi.spyOn(globalThis, "fetch").mockResolvedValue(new Response("{}"));
    const client = open(createInstanceTransport());
    await client.flush();
    client.recorder.recordAction({ actionId: "a" });
    dispatchEvent(new PageTransitionEvent("pagehide"));
    expect(fetchSpy).toHaveBeenCalledTimes(1);
    const [url, init] = fetchSpy.mock.calls[0] ?? [];
    expect(url).toBe(`${instanceUrl}/.api/action-events`);
    expect(init).toMatchObject({ keepalive: true, credentials: "omit", redirect: "error" });
    expect(namesOf((JSON.parse(init?.body as string) as EventBatch).events)).toEqual(["a"]);
    fetchSpy.mockRestore();
  });

  it("an outage is over as soon as the person looks at the page again", async () => {
    let isDown = true;
    let arrive = (_events: readonly TelemetryEvent[]) => {};
    const arrived = new Promise<readonly TelemetryEvent[]>((resolve) => (arrive = resolve));
    const transport = createMemoryTransport(({ events }) => {
      if (isDown) return { kind: "retry", reason: "http-503" };
      arrive(events);
      return { kind: "accepted" };
    });
    const client = open(transport);
    client.recorder.recordAction({ actionId: "a" });
    await client.flush();
    expect(await client.inspect()).toMatchObject({ status: "scheduled" });
    isDown = false;
    expect(document.visibilityState).toBe("visible");
    document.dispatchEvent(new Event("visibilitychange"));
    expect(namesOf(await arrived)).toEqual(["a"]);
  });

  it("adds no unload listener, and takes its listeners away when it is closed", async () => {
    const added = vi.spyOn(globalThis, "addEventListener");
    const client = open(createMemoryTransport());
    const kinds = added.mock.calls.map(([kind]) => kind);
    expect(kinds).toContain("pagehide");
    expect(kinds).not.toContain("unload");
    expect(kinds).not.toContain("beforeunload");
    added.mockRestore();
    await client.close();
  });
});

describe("createWebLocks", () => {
  it("excludes another frame of the same origin", async () => {
    const frame = document.createElement("iframe");
    document.body.append(frame);
    const manager = frame.contentWindow?.navigator.locks ?? null;
    expect(manager).not.toBeNull();
    const [here, there] = [createWebLocks(), createWebLocks({ manager })];
    const order: string[] = [];
    const task = (name: string) => async () => {
      order.push(`${name} begins`);
      await navigator.locks.query();
      order.push(`${name} ends`);
    };
    await Promise.all([here.run("test", task("here")), there.run("test", task("there"))]);
    expect(order).toHaveLength(4);
    expect(order[1]).toBe(order[0]?.replace("begins", "ends"));
    frame.remove();
  });

  it("takes a lock away whose holder does not let go in time", async () => {
    const held = navigator.locks
      .request("frozen", () => new Promise(() => undefined))
      .catch((error: unknown) => String(error));
    await createWebLocks({ lease: 1 }).run("frozen", () => Promise.resolve());
    expect(await held).toContain("AbortError");
  });

  it("keeps a lock for as long as its task runs, and tells how the task failed", async () => {
    const error = new Error("of the task");
    const lease = AbortSignal.timeout(5);
    const failed = createWebLocks({ lease: 1 }).run("slow", async () => {
      await new Promise((resolve) => lease.addEventListener("abort", resolve));
      throw error;
    });
    await expect(failed).rejects.toBe(error);
  });

  it("simply runs where the API is missing", async () => {
    const locks = createWebLocks({ manager: null });
    let ran = false;
    await locks.run("any", () => {
      ran = true;
      return Promise.resolve();
    });
    expect(ran).toBe(true);
  });
});

describe("createBroadcastTabChannel", () => {
  it("reaches the other side, not itself, until it is closed", async () => {
    const [one, two] = [createBroadcastTabChannel("test"), createBroadcastTabChannel("test")];
    const heard: unknown[] = [];
    const endOne = one.subscribe(() => heard.push("own"));
    const arrived = new Promise((resolve) => two.subscribe(resolve));
    one.post({ kind: "sending", ids: ["a"] });
    expect(await arrived).toEqual({ kind: "sending", ids: ["a"] });
    expect(heard).toEqual([]);
    endOne();
    expect(() => one.post({})).toThrow("closed");
  });
});
