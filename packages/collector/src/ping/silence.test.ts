import diagnostics from "node:diagnostics_channel";
import dns from "node:dns";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createCollector } from "../collector/createCollector.ts";
import type { EventStore } from "../store/EventStore.ts";
import { openSqliteStore } from "../store/sqlite/openSqliteStore.ts";
import { testBatch, testEvent, testRequest } from "../testing/batches.ts";
import { dayMs } from "../time/calendar.ts";

/** Sockets that were opened and names that were looked up. */
let outgoing: string[];
let store: EventStore;
let now: number;
const onSocket = () => outgoing.push("socket");

beforeEach(() => {
  outgoing = [];
  store = openSqliteStore(":memory:");
  now = Date.now();
  diagnostics.subscribe("net.client.socket", onSocket);
  vi.spyOn(dns, "lookup").mockImplementation(((
    name: string,
    _options: object,
    done: (error: Error) => void,
  ) => {
    outgoing.push(`lookup of ${name}`);
    done(new Error("There is no network here."));
  }) as typeof dns.lookup);
});
afterEach(async () => {
  diagnostics.unsubscribe("net.client.socket", onSocket);
  vi.restoreAllMocks();
  await store.close();
});

/** Three weeks of events, each week asked for its ping every hour of its Monday. */
async function live(settings: Partial<Parameters<typeof createCollector>[0]>): Promise<void> {
  const collector = createCollector({ store, clock: { now: () => now }, ...settings });
  for (let day = 0; day < 21; day += 1) {
    now += dayMs;
    const time = new Date(now).toISOString();
    const events = [testEvent(day, { time })];
    await collector.app.fetch(testRequest(JSON.stringify(testBatch(events, { sentAt: time }))));
    for (let hour = 0; hour < 24; hour += 1) await collector.sendPingIfDue();
    expect((await collector.app.request("/.api/ping/preview")).status).toBe(200);
  }
  await collector.close();
  await collector.finish();
}

it("looks up no name and opens no connection, ever, unless it is told where to send something", async () => {
  await live({});
  expect(outgoing).toEqual([]);
});

it("looks up the name of the ping's receiver, and no other (control)", async () => {
  await live({ ping: { url: "https://pings.example/receive" } });
  expect(new Set(outgoing)).toEqual(new Set(["socket", "lookup of pings.example"]));
});
