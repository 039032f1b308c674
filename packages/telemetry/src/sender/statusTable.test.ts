import { describe, expect, it } from "vitest";
import { createClientFixture } from "../testing/createClientFixture.ts";
import { createManualClock } from "../testing/createManualClock.ts";
import type { ScriptedAnswer } from "../testing/createScriptedFetch.ts";
import { createMemoryTransport } from "../transport/createMemoryTransport.ts";

/** Records two actions against an instance that first gives one answer, and then accepts everything. */
async function send(answer: ScriptedAnswer) {
  const fixture = createClientFixture({ answers: [answer, { status: 200, body: "{}" }] });
  fixture.record("a", "b");
  await fixture.clock.settle();
  return { ...fixture, first: await fixture.client.inspect() };
}

const hour = 3_600_000;

describe("What becomes of events by the instance's answer", () => {
  it.each([200, 201, 202, 204, 299])("%d: gone from the queue, nothing lost", async (status) => {
    const { first, network } = await send({ status });
    expect(first).toMatchObject({ queue: [], dropped: {}, status: "idle" });
    expect(network.requests).toHaveLength(1);
  });

  it.each([
    [{ status: 200, body: "<html>" }],
    [{ status: 200, body: '{"rejected":"all"}' }],
    [{ status: 200, body: '{"rejected":[null,{"index":"0"},7]}' }],
    [{ status: 200, body: "hang" }],
  ] as const)("200 with a strange body %j: gone all the same", async (answer) => {
    const { client, clock } = await send(answer);
    await clock.advance(10_000);
    expect(await client.inspect()).toMatchObject({ queue: [], dropped: {} });
  });

  it("200 with a body of 100 MB: reads at most 64 KiB and a chunk", async () => {
    const { first, network } = await send({ status: 200, body: 100_000_000 });
    expect(first.queue).toEqual([]);
    expect(network.bytesRead).toBeGreaterThan(16_384);
    expect(network.bytesRead).toBeLessThanOrEqual(65_536 + 16_384);
  });

  it.each([408, 425, 429, 500, 502, 503, 504, 599, 300, 301, 302, 304, 307, 308, 100])(
    "%d: kept, and sent again between one second and one minute later",
    async (status) => {
      const { first, network, clock, names, client } = await send({ status });
      expect(first.queue).toHaveLength(2);
      await clock.advance(949);
      expect(network.requests).toHaveLength(1);
      await clock.advance(60_000);
      expect(names()).toEqual(["a", "b", "a", "b"]);
      expect(await client.inspect()).toMatchObject({ queue: [], dropped: {}, retryAt: undefined });
    },
  );

  it.each(["network-error", "hang"] as const)("%s: kept, and sent again", async (answer) => {
    const { first, clock, names } = await send(answer);
    expect(first.queue).toHaveLength(2);
    await clock.advance(75_000);
    expect(names()).toEqual(["a", "b", "a", "b"]);
  });

  it("no answer for ten seconds: the request is aborted", async () => {
    const { network, clock } = await send("hang");
    await clock.advance(9999);
    expect(network.requests[0]?.init.signal?.aborted).toBe(false);
    await clock.advance(1);
    expect(network.requests[0]?.init.signal?.aborted).toBe(true);
  });

  it.each([400, 402, 405, 406, 409, 415, 418, 422, 431, 451])(
    "%d: lost and counted, and the instance is told with the next batch",
    async (status) => {
      const { first, record, clock, batches, client } = await send({ status });
      expect(first).toMatchObject({
        queue: [],
        dropped: { [`http-${status}`]: 2 },
        status: "idle",
      });
      record("c");
      await clock.advance(50);
      expect(batches()[1]).toMatchObject({ dropped: { [`http-${status}`]: 2 } });
      expect((await client.inspect()).dropped).toEqual({});
    },
  );

  it.each([404, 410])(
    "%d: lost and counted, and nothing more is tried until a flush",
    async (status) => {
      const { first, record, clock, network, names, client } = await send({ status });
      expect(first).toMatchObject({
        queue: [],
        dropped: { [`http-${status}`]: 2 },
        status: "paused",
      });
      record("c");
      await clock.advance(hour);
      expect(network.requests).toHaveLength(1);
      expect((await client.inspect()).queue).toHaveLength(1);
      await client.flush();
      expect(names()).toEqual(["a", "b", "c"]);
    },
  );

  it.each([401, 403])("%d: kept, and nothing is tried until a flush", async (status) => {
    const { first, clock, network, names, client } = await send({ status });
    expect(first).toMatchObject({ status: "paused", dropped: {} });
    expect(first.queue).toHaveLength(2);
    await clock.advance(hour);
    expect(network.requests).toHaveLength(1);
    await client.flush();
    expect(names()).toEqual(["a", "b", "a", "b"]);
  });

  it("413: sent in parts, down to single events, which then are lost and counted", async () => {
    const tooLarge = { status: 413 };
    const { client, clock, record, names, batches } = createClientFixture({
      answers: [tooLarge, tooLarge, tooLarge, { status: 200 }],
    });
    record("a", "b", "c");
    await clock.advance(50);
    expect(names().join("")).toBe("abc" + "ab" + "a" + "b" + "c");
    expect(batches()[3]?.dropped).toEqual({ "http-413": 1 });
    expect(await client.inspect()).toMatchObject({ queue: [], dropped: {} });
  });

  it("200 with rejections: those are counted by their reasons, and none is sent again", async () => {
    const rejected = [
      { index: 0, reason: "invalid-name" },
      { index: 1, reason: "Not A Reason!" },
    ];
    const { first, clock, network } = await send({
      status: 200,
      body: JSON.stringify({ accepted: 0, duplicates: 0, rejected }),
    });
    expect(first).toMatchObject({
      queue: [],
      dropped: { "rejected-invalid-name": 1, rejected: 1 },
    });
    await clock.advance(hour);
    expect(network.requests).toHaveLength(1);
  });
});

describe("Retry-After", () => {
  it.each([
    ["120", 120_000],
    ["-5", 1000],
    ["0", 1000],
    ["99999999999", hour],
    ["Sun, 22 Nov 2026 12:01:00 GMT", 60_000],
    ["Thu, 01 Jan 1970 00:00:00 GMT", 1000],
  ])("%j: the next attempt follows after exactly %d ms", async (header, delay) => {
    const { clock, network } = await send({ status: 429, headers: { "retry-after": header } });
    await clock.advance(delay - 1);
    expect(network.requests).toHaveLength(1);
    await clock.advance(1);
    expect(network.requests).toHaveLength(2);
  });

  it.each(["1e9", "0x10", "5, 10", ""])("%j: as if it were absent", async (header) => {
    const { clock, network } = await send({ status: 503, headers: { "retry-after": header } });
    await clock.advance(949);
    expect(network.requests).toHaveLength(1);
    await clock.advance(1100);
    expect(network.requests).toHaveLength(2);
  });

  it("binds even a flush, which otherwise overrules a wait", async () => {
    const imposed = await send({ status: 503, headers: { "retry-after": "60" } });
    await imposed.client.flush();
    expect(imposed.network.requests).toHaveLength(1);
    const own = await send({ status: 503 });
    await own.client.flush();
    expect(own.network.requests).toHaveLength(2);
  });
});

describe("A long outage", () => {
  it("is met with growing waits, and ends within a minute of the instance's return", async () => {
    const down = Array.from<ScriptedAnswer>({ length: 60 }).fill({ status: 503 });
    const { clock, network, record, client } = createClientFixture({
      answers: [...down, { status: 200 }],
    });
    record("a");
    while (network.requests.length < 60) await clock.advance(1000);
    expect(clock.now() - Date.UTC(2026, 10, 22, 12)).toBeGreaterThan(10 * 60_000);
    await clock.advance(60_000);
    expect((await client.inspect()).queue).toEqual([]);
  });

  it.each([0, 0x80, 0xff])(
    "of half a minute is over within twenty seconds of the instance's return, if chance is %d",
    async (chance) => {
      const manualClock = createManualClock();
      const end = manualClock.now() + 30_000;
      const transport = createMemoryTransport(() =>
        manualClock.now() < end ? { kind: "retry", reason: "http-503" } : { kind: "accepted" },
      );
      const random = (length: number) => new Uint8Array(length).fill(chance);
      const { clock, record, client } = createClientFixture({ manualClock, transport, random });
      record("a");
      await clock.advance(29_999);
      expect((await client.inspect()).queue).toHaveLength(1);
      await clock.advance(20_001);
      expect((await client.inspect()).queue).toEqual([]);
    },
  );

  it("does not end early or last for ever because somebody sets the clock", async () => {
    for (const time of [0, Date.UTC(2099, 0, 1)]) {
      const { clock, network, client } = await send({ status: 503 });
      clock.jump(time);
      await clock.advance(60_000);
      expect(network.requests).toHaveLength(2);
      expect((await client.inspect()).queue).toEqual([]);
    }
  });
});
