import { type ActionId, parseEventBatch } from "@action-telemetry/event-schema";
import { describe, expect, it } from "vitest";
import { createTelemetryClient } from "./createTelemetryClient.ts";
import { createClientFixture } from "./testing/createClientFixture.ts";
import type { TelemetryClientOptions } from "./TelemetryClient.ts";
import { createConsoleTransport } from "./transport/createConsoleTransport.ts";
import { createMemoryTransport } from "./transport/createMemoryTransport.ts";

describe("createTelemetryClient", () => {
  it("sends an action as soon as it was run, in a batch that the schema accepts", async () => {
    const { record, clock, batches, client } = createClientFixture();
    record("toggleLineWrap");
    expect(batches()).toEqual([]);
    await clock.settle();
    const [batch] = batches();
    expect(parseEventBatch(batch).ok).toBe(true);
    expect(batch).toMatchObject({
      version: 1,
      source: "WEB",
      platform: "web",
      sourcegraphURL: "https://instance.example",
      client: { name: "fixture", version: "1.0.0" },
      events: [{ name: "toggleLineWrap" }],
    });
    expect((await client.inspect()).queue).toEqual([]);
  });

  it("gathers what is recorded in one task, and while a batch is on its way", async () => {
    let answer = () => {};
    const transport = createMemoryTransport(
      () => new Promise((resolve) => (answer = () => resolve({ kind: "accepted" }))),
    );
    const { record, clock } = createClientFixture({ transport });
    record("a", "b");
    await clock.settle();
    record("c");
    await clock.settle();
    record("d");
    answer();
    await clock.advance(250);
    answer();
    await clock.settle();
    expect(transport.batches.map(({ events }) => events.length)).toEqual([2, 2]);
  });

  it("sends at most 500 events and 60,000 bytes at once, oldest first", async () => {
    const { record, clock, network, names } = createClientFixture();
    const ids = Array.from({ length: 1000 }, (_, index) => `action.${index}`);
    record(...ids);
    await clock.advance(50);
    expect(names()).toEqual(ids);
    const bodies = network.requests.map(({ init }) => init.body ?? "");
    expect(bodies.length).toBeGreaterThanOrEqual(2);
    expect(Math.max(...bodies.map((body) => body.length))).toBeLessThanOrEqual(60_000);
  });

  it("keeps one anonymous ID over restarts, and another for every instance", async () => {
    const first = createClientFixture();
    first.record("a");
    await first.clock.advance(50);
    await first.client.close();
    const again = createClientFixture({ storage: first.storage });
    again.record("b");
    const other = createClientFixture({
      storage: first.storage,
      instanceUrl: "https://other.example",
    });
    other.record("c");
    await Promise.all([again.clock.advance(50), other.clock.advance(50)]);
    const [a, b, c] = [first, again, other].map(({ batches }) => batches()[0]?.anonymizedUserId);
    expect(a).toMatch(/^[0-9a-f]{8}-/);
    expect(b).toBe(a);
    expect(c).not.toBe(a);
  });

  it("never sends to one instance what was recorded for another", async () => {
    const first = createClientFixture({ answers: [{ status: 503 }] });
    first.record("for.first");
    await first.clock.advance(50);
    await first.client.close();
    const second = createClientFixture({
      storage: first.storage,
      instanceUrl: "https://other.example",
    });
    second.record("for.second");
    await second.clock.advance(120_000);
    expect(second.names()).toEqual(["for.second"]);
    const back = createClientFixture({ storage: first.storage });
    await back.client.flush();
    await back.clock.advance(120_000);
    expect(back.names()).toEqual(["for.first"]);
  });

  it("keeps at most 1,000 events, drops the oldest, and tells the instance how many", async () => {
    const { record, clock, batches, client } = createClientFixture({
      answers: [{ status: 503 }, { status: 200 }],
    });
    for (let burst = 0; burst < 12; burst += 1) {
      record(...Array.from({ length: 100 }, (_, index) => `action.${burst * 100 + index}`));
      await clock.settle();
    }
    const { queue, dropped } = await client.inspect();
    expect([queue.length, queue[0]?.name, dropped]).toEqual([
      1000,
      "action.200",
      { "queue-full": 200 },
    ]);
    await clock.advance(120_000);
    const reported = batches()
      .slice(1)
      .map((batch) => batch.dropped?.["queue-full"] ?? 0);
    expect(reported.reduce((sum, count) => sum + count)).toBe(200);
    expect(await client.inspect()).toMatchObject({ queue: [], dropped: {} });
  });

  it("keeps at most 1 MB", async () => {
    const { clock, client } = createClientFixture({ answers: [{ status: 503 }] });
    for (let count = 0; count < 1000; count += 1) {
      client.recorder.recordAction({
        actionId: "a".repeat(128) as ActionId,
        surface: "s".repeat(128),
        arguments: { text: "x".repeat(1000) },
      });
      if (count % 100 === 0) await clock.settle();
    }
    await clock.settle();
    const { queue, dropped } = await client.inspect();
    const bytes = queue.reduce((sum, event) => sum + JSON.stringify(event).length, 0);
    expect(bytes).toBeLessThanOrEqual(1_048_576);
    expect(bytes).toBeGreaterThan(1_000_000);
    expect(queue.length + (dropped["queue-full"] ?? 0)).toBe(1000);
  });

  it("shows the very bytes it sent, newest first", async () => {
    const { record, clock, network, client } = createClientFixture();
    record("a");
    await clock.advance(50);
    record("b");
    await clock.advance(250);
    const { sent } = await client.inspect();
    expect(sent.map(({ body }) => body)).toEqual(
      network.requests.map(({ init }) => init.body).toReversed(),
    );
    expect(sent.map(({ outcome }) => outcome)).toEqual(["accepted", "accepted"]);
  });

  it("tells its subscribers of changes, and survives those that throw", async () => {
    const { record, clock, client } = createClientFixture();
    await clock.settle();
    let calls = 0;
    client.subscribe(() => {
      throw new Error("no");
    });
    const unsubscribe = client.subscribe(() => (calls += 1));
    record("a");
    await clock.advance(50);
    expect(calls).toBeGreaterThan(0);
    unsubscribe();
    const before = calls;
    record("b");
    await clock.advance(50);
    expect(calls).toBe(before);
  });

  it("sends what is left when it is closed, leaves no timer, and records no more", async () => {
    const { record, clock, names, client } = createClientFixture();
    record("a");
    await client.close();
    record("b");
    await clock.advance(60_000);
    expect(names()).toEqual(["a"]);
    expect(clock.timers).toBe(0);
    await client.close();
  });

  it("suffers a transport that throws, rejects or answers nonsense", async () => {
    const failing = [
      () => {
        throw new Error("no");
      },
      () => Promise.reject(new Error("no")),
    ];
    for (const send of failing) {
      const transport = { name: "bad", encode: () => "{}", send };
      const { record, clock, client } = createClientFixture({ transport });
      record("a");
      await clock.advance(50);
      expect((await client.inspect()).queue).toHaveLength(1);
    }
  });

  it("works with memory and console transports", async () => {
    const memory = createMemoryTransport();
    const lines: string[] = [];
    for (const transport of [memory, createConsoleTransport((line) => lines.push(line))]) {
      const { record, clock } = createClientFixture({ transport });
      record("a");
      await clock.advance(50);
    }
    expect(memory.events.map(({ name }) => name)).toEqual(["a"]);
    expect(lines.join()).toMatch(/^Not sent to https:\/\/instance\.example:\n[^]*"name": "a"/);
    memory.clear();
    expect([memory.events, memory.bodies]).toEqual([[], []]);
  });

  it.each<[string, Partial<Record<keyof TelemetryClientOptions, unknown>>]>([
    ["instanceUrl", { instanceUrl: "ftp://a.example" }],
    ["instanceUrl", { instanceUrl: "https://user:secret@a.example" }],
    ["instanceUrl", { instanceUrl: "https://a.example/?token=1" }],
    ["instanceUrl", { instanceUrl: "javascript:alert(1)" }],
    ["instanceUrl", { instanceUrl: "/relative" }],
    ["source", { source: "" }],
    ["platform", { platform: "a b" }],
    ["client.name", { client: { name: "a@b", version: "1" } }],
    ["client.name", { client: undefined }],
    ["client.version", { client: { name: "a", version: "" } }],
    ["consent", { consent: "yes" }],
  ])("refuses a wrong %s with an error that says how to mend it", (option, wrong) => {
    const options = {
      instanceUrl: "https://a.example",
      source: "WEB",
      platform: "web",
      client: { name: "a", version: "1" },
      transport: createMemoryTransport(),
      ...wrong,
    } as TelemetryClientOptions;
    expect(() => createTelemetryClient(options)).toThrow(
      new RegExp(`^@action-telemetry/telemetry: the option ${option} .* Pass `),
    );
    expect(() => createTelemetryClient(options)).not.toThrow(/secret|token=/);
  });
});
