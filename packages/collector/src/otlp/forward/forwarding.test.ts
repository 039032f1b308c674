import { fromJson } from "@bufbuild/protobuf";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createCollector } from "../../collector/createCollector.ts";
import type { EventStore } from "../../store/EventStore.ts";
import { openSqliteStore } from "../../store/sqlite/openSqliteStore.ts";
import { testBatch, testEvent, testEventId, testNow, testRequest } from "../../testing/batches.ts";
import { type RawServer, serveRaw } from "../../testing/serveRaw.ts";
import { version } from "../../instance/version.ts";
import { logsRequest } from "../logsMessages.ts";

const clock = { now: () => testNow };
let store: EventStore;
let second: EventStore;
let receiver: RawServer;
beforeEach(async () => {
  store = openSqliteStore(":memory:");
  second = openSqliteStore(":memory:");
  receiver = await serveRaw({ store: second, clock });
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await receiver.close();
  await store.close();
  await second.close();
});

const everything = testBatch(
  [
    testEvent(1, {
      surface: "palette",
      trigger: "keyboard",
      alt: true,
      trusted: false,
      arguments: {
        text: "ä",
        count: 12,
        half: 0.5,
        on: true,
        none: null,
        list: [1, "a"],
        deep: { a: 1 },
      },
    }),
    testEvent(2, { of: testEventId(1), outcome: "failed", durationMs: 12.5 }),
    testEvent(3),
  ],
  { sourcegraphURL: "https://instance.example", client: { name: "editor", version: "2.1.0" } },
);

it("sends every field of an event on, so that another collector stores the same", async () => {
  const forward = { url: `${receiver.url}/v1/logs` };
  const collector = createCollector({ store, clock, forward });
  await collector.app.fetch(testRequest(JSON.stringify(everything)));
  await collector.app.fetch(testRequest(JSON.stringify(everything)));
  await collector.finish();
  const [sent, received] = [await store.latest(10), await second.latest(10)];
  expect(sent).toHaveLength(3);
  expect(received).toEqual(sent);
  const answer = await collector.app.request("/.api/instance");
  expect(await answer.json()).toEqual({
    version,
    leaving: {
      events: { to: new URL(receiver.url).host, sent: 3, refused: 0, dropped: 0 },
      ping: null,
      errorReports: null,
    },
  });
  const metrics = await (await collector.app.request("/metrics")).text();
  expect(metrics).toContain('action_telemetry_forwarded_events_total{result="sent"} 3');
});

it("writes requests as the protocol has them, without a field that it does not know", async () => {
  const bodies: string[] = [];
  vi.stubGlobal("fetch", async (_url: string, init: RequestInit) => {
    bodies.push(init.body as string);
    return Response.json({});
  });
  const collector = createCollector({ store, clock, forward: { url: "https://otel.example/" } });
  await collector.app.fetch(testRequest(JSON.stringify(everything)));
  await collector.finish();
  expect(bodies).toHaveLength(1);
  const json = JSON.parse(bodies[0] ?? "") as Parameters<typeof fromJson>[1];
  expect(() => fromJson(logsRequest, json, { ignoreUnknownFields: false })).not.toThrow();
});

it("keeps nobody waiting for a receiver that is silent", async () => {
  vi.stubGlobal("fetch", () => new Promise(() => undefined));
  const collector = createCollector({ store, clock, forward: { url: "https://otel.example/" } });
  const start = performance.now();
  const answer = await collector.app.fetch(testRequest(JSON.stringify(everything)));
  expect(await answer.json()).toMatchObject({ accepted: 3 });
  expect(performance.now() - start).toBeLessThan(5000);
});

it("sends nothing on that was not stored, and nothing at all unless it is asked to", async () => {
  const fetched = vi.fn();
  vi.stubGlobal("fetch", fetched);
  const silent = createCollector({ store, clock });
  await silent.app.fetch(testRequest(JSON.stringify(everything)));
  await silent.finish();
  const collector = createCollector({ store, clock, forward: { url: "https://otel.example/" } });
  await collector.app.fetch(testRequest(JSON.stringify(everything)));
  await store.close();
  await collector.app.fetch(testRequest(JSON.stringify(testBatch([testEvent(9)]))));
  await collector.finish();
  expect(fetched).not.toHaveBeenCalled();
  store = openSqliteStore(":memory:");
});

it.each(["otel.example", "ftp://otel.example/", "https://user@otel.example/"])(
  "refuses to be set up with %s",
  (url) => {
    expect(() => createCollector({ store, forward: { url } })).toThrow(/`forward.url`/);
  },
);
