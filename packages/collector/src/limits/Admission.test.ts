import type { BatchAnswer } from "@action-telemetry/event-schema";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createCollector } from "../collector/createCollector.ts";
import type { EventStore } from "../store/EventStore.ts";
import { openSqliteStore } from "../store/sqlite/openSqliteStore.ts";
import { testBatch, testEvent, testNow, testRequest } from "../testing/batches.ts";
import { dayMs } from "../time/calendar.ts";
import type { Quotas } from "./DailyQuotas.ts";

let store: EventStore;
let now: number;
let serial: number;
beforeEach(() => {
  store = openSqliteStore(":memory:");
  now = testNow;
  serial = 0;
});
afterEach(() => store.close());

function start(quotas: Partial<Quotas>, userLimit?: { perSecond: number; burst: number }) {
  const { app } = createCollector({ store, clock: { now: () => now }, quotas, userLimit });
  return async (
    names: readonly string[],
    header: Parameters<typeof testBatch>[1] = {},
    changes: Parameters<typeof testEvent>[1] = {},
  ) => {
    const time = new Date(now).toISOString();
    const events = names.map((name) => testEvent((serial += 1), { name, time, ...changes }));
    const body = JSON.stringify(testBatch(events, { sentAt: time, ...header }));
    return app.fetch(testRequest(body));
  };
}

type Send = ReturnType<typeof start>;
const answerTo = async (...question: Parameters<Send>) => await (await send(...question)).json();
let send: Send;

describe("the quotas of a day", () => {
  it("reject new names beyond them, by index and counted, and no name that was there before", async () => {
    send = start({ names: 2 });
    expect(await answerTo(["a", "b", "c", "a", "d"])).toEqual({
      accepted: 3,
      duplicates: 0,
      rejected: [
        { index: 2, reason: "too-many-names" },
        { index: 4, reason: "too-many-names" },
      ],
    });
    expect(await answerTo(["b"])).toMatchObject({ accepted: 1 });
    const day = Math.floor(now / dayMs);
    expect(await store.tallies({ unit: "day", first: day, last: day })).toContainEqual({
      kind: "rejected",
      reason: "too-many-names",
      count: 2,
    });
  });

  it("count a batch of which nothing is left, before the collector stops at the latest", async () => {
    const collector = createCollector({ store, clock: { now: () => now }, quotas: { names: 0 } });
    const body = JSON.stringify(testBatch([testEvent(1)], { sentAt: new Date(now).toISOString() }));
    await collector.app.fetch(testRequest(body));
    await collector.close();
    await collector.finish();
    const day = Math.floor(now / dayMs);
    expect(await store.tallies({ unit: "day", first: day, last: day })).toEqual([
      { kind: "rejected", reason: "too-many-names", count: 1 },
    ]);
  });

  it("begin anew with the day, and know what was admitted before, soon also after a restart", async () => {
    send = start({ names: 1 });
    expect(await answerTo(["a", "b"])).toMatchObject({ accepted: 1 });
    now += dayMs;
    expect(await answerTo(["a", "b", "c"])).toMatchObject({ accepted: 2 });
    send = start({ names: 0 });
    await expect.poll(() => answerTo(["a", "b"])).toMatchObject({ accepted: 2 });
    expect(await answerTo(["c"])).toMatchObject({
      rejected: [{ index: 0, reason: "too-many-names" }],
    });
  });

  it.each([
    ["users", { users: 1 }, { anonymizedUserId: "user-2" }, {}],
    ["sources", { words: 1 }, { source: "OTHER" }, {}],
    ["platforms", { words: 1 }, { platform: "other" }, {}],
    ["surfaces", { words: 1 }, {}, { surface: "other" }],
    ["senders", { senders: 1 }, { client: { name: "other", version: "1" } }, {}],
    ["senders", { senders: 1 }, { sourcegraphURL: "https://other.example" }, {}],
    ["combinations", { combinations: 1 }, {}, { trigger: "keyboard" as const }],
  ])("bound %s", async (what, quotas, header, changes) => {
    send = start(quotas);
    expect(await answerTo(["a"])).toMatchObject({ accepted: 1 });
    expect(await answerTo(["a"], header, changes)).toEqual({
      accepted: 0,
      duplicates: 0,
      rejected: [{ index: 0, reason: `too-many-${what}` }],
    });
    expect(await answerTo(["a"])).toMatchObject({ accepted: 1 });
  });

  it("leave of a flood of new users and names no more than they admit", async () => {
    send = start({ users: 50, names: 20 });
    for (let n = 0; n < 300; n += 1) await send([`name-${n}`], { anonymizedUserId: `user-${n}` });
    const stored = await store.latest(200);
    expect(stored.length).toBe(20);
    expect(await answerTo(["name-0"], { anonymizedUserId: "user-0" })).toMatchObject({
      accepted: 1,
    });
  });

  it("give each network its share of the users, forget it with the day, and let in whoever was there", async () => {
    const { app } = createCollector({
      store,
      clock: { now: () => now },
      quotas: { users: 5, networkUsers: 3 },
      trustedProxies: ["10.0.0.1"],
    });
    const from = async (address: string, user: string) => {
      const time = new Date(now).toISOString();
      const events = [testEvent((serial += 1), { time })];
      const batch = testBatch(events, { sentAt: time, anonymizedUserId: user });
      const request = testRequest(JSON.stringify(batch), { "x-forwarded-for": address });
      const answer = await app.fetch(request, {
        incoming: { socket: { remoteAddress: "10.0.0.1" } },
      });
      const { rejected } = (await answer.json()) as BatchAnswer;
      return rejected[0]?.reason;
    };
    for (const last of [1, 2, 3]) {
      expect(await from(`192.0.2.${last}`, `user-${last}`)).toBeUndefined();
    }
    expect(await from("192.0.2.4", "user-4")).toBe("too-many-users-of-network");
    expect(await from("192.0.2.4", "user-1")).toBeUndefined();
    // Counters are shared by chance, and rarely: not all three can be that of the network above.
    const fromOthers = async (user: string) => {
      const networks = ["2001:db8:1:1::1", "2001:db8:2::1", "198.51.100.1"];
      const reasons = [];
      for (const address of networks) reasons.push(await from(address, user));
      return reasons;
    };
    expect(await fromOthers("user-4")).toContain(undefined);
    expect(await from("192.0.2.4", "user-4")).toBeUndefined();
    expect(await fromOthers("user-5")).toContain(undefined);
    expect(await fromOthers("user-6")).toContain("too-many-users");
    now += dayMs;
    expect(await from("192.0.2.4", "user-6")).toBeUndefined();
  });

  it("are no reason to acknowledge anything while the database does not answer", async () => {
    send = start({});
    await store.close();
    const answer = await send(["a"]);
    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("5");
    store = openSqliteStore(":memory:");
  });
});

describe("the limit of one user", () => {
  it("answers 429 with Retry-After by events, stores nothing of the batch, and slows down nobody else", async () => {
    send = start({}, { perSecond: 1, burst: 3 });
    expect((await send(["a", "b"])).status).toBe(200);
    const limited = await send(["a", "b"]);
    expect(limited.status).toBe(429);
    expect(limited.headers.get("retry-after")).toBe("1");
    expect(await limited.json()).toMatchObject({ error: { code: "too-many-events-of-user" } });
    expect(await store.latest(10)).toHaveLength(2);
    expect((await send(["a", "b"], { anonymizedUserId: "user-2" })).status).toBe(200);
    now += 1000;
    expect((await send(["a", "b"])).status).toBe(200);
  });

  it("lets a batch in that is larger than the burst, when there was silence before", async () => {
    send = start({}, { perSecond: 1, burst: 3 });
    expect((await send(["a", "b", "c", "d", "e"])).status).toBe(200);
  });

  it("holds for the other protocols as well", async () => {
    const { app } = createCollector({
      store,
      clock: { now: () => now },
      userLimit: { perSecond: 1, burst: 1 },
    });
    const post = (path: string, body: unknown, headers = {}) =>
      app.request(path, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify(body),
      });
    const logs = (n: number) => ({
      resourceLogs: [
        {
          resource: {
            attributes: [{ key: "app.installation.id", value: { stringValue: "user-1" } }],
          },
          scopeLogs: [{ logRecords: [{ timeUnixNano: `${n}`, eventName: "a.run" }] }],
        },
      ],
    });
    expect((await post("/v1/logs", logs(1))).status).toBe(200);
    expect((await post("/v1/logs", logs(2))).status).toBe(429);
    const query = `mutation { telemetry { recordEvents(events: [{ feature: "a", action: "run", source: { client: "WEB" }, parameters: { version: 0 } }]) { alwaysNil } } }`;
    const headers = { "x-sourcegraph-actor-anonymous-uid": "user-1" };
    expect((await post("/.api/graphql", { query }, headers)).status).toBe(429);
  });
});
