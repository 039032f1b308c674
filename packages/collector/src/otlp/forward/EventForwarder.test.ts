import { beforeEach, describe, expect, it } from "vitest";
import { delivery, record } from "../../testing/conformance/storeRecords.ts";
import { EventForwarder } from "./EventForwarder.ts";

interface Sent {
  readonly names: readonly string[];
  readonly init: RequestInit;
}

let sent: Sent[];
let waits: number[];
/** What is answered, one after the other; then 200. */
let answers: (() => Response | Promise<Response>)[];
/** Lets a wait end. */
let release: (() => void)[];
let forwarder: EventForwarder;

beforeEach(() => {
  sent = [];
  waits = [];
  answers = [];
  release = [];
  forwarder = new EventForwarder({
    url: "https://otel.example/v1/logs",
    headers: { authorization: "Bearer key" },
    clock: { now: () => 0 },
    fetch: async (_url, init = {}) => {
      const { resourceLogs } = JSON.parse(init.body as string) as {
        resourceLogs: { scopeLogs: { logRecords: { eventName: string }[] }[] }[];
      };
      const records = resourceLogs.flatMap(({ scopeLogs }) =>
        scopeLogs.flatMap(({ logRecords }) => logRecords),
      );
      sent.push({ names: records.map(({ eventName }) => eventName), init });
      return (answers.shift() ?? (() => Response.json({})))();
    },
    wait: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        waits.push(milliseconds);
        signal.addEventListener("abort", () => reject(new Error("closed")));
        release.push(resolve);
      }),
  });
});

let serial = 0;
const events = (...names: readonly string[]) =>
  delivery(names.map((name) => record((serial += 1), { name })));
const settle = () => new Promise((resolve) => setImmediate(resolve));
async function pass() {
  release.shift()?.();
  await settle();
}

describe("What was stored", () => {
  it("is gathered for a second and sent together, with the headers that were asked for", async () => {
    forwarder.take(events("a", "b"));
    forwarder.take(events("c"));
    await settle();
    expect(sent).toEqual([]);
    expect(waits).toEqual([1000]);
    await pass();
    expect(sent.map(({ names }) => names)).toEqual([["a", "b", "c"]]);
    expect(sent[0]?.init).toMatchObject({
      method: "POST",
      headers: { authorization: "Bearer key", "content-type": "application/json" },
      redirect: "error",
      credentials: "omit",
    });
    expect(forwarder.counts).toEqual({ sent: 3, refused: 0, dropped: 0 });
  });

  it("is sent in parts of five hundred", async () => {
    for (let n = 0; n < 3; n += 1) forwarder.take(events(...Array<string>(200).fill("a")));
    await settle();
    await pass();
    expect(sent.map(({ names }) => names.length)).toEqual([400, 200]);
  });

  it("is sent again after 429, 502, 503, 504 and silence, as late as the receiver asks for", async () => {
    const busy = { status: 429, headers: { "retry-after": "7" } };
    answers.push(
      () => new Response("", busy),
      () => new Response("", { status: 503 }),
      () => Promise.reject(new TypeError("no network")),
    );
    forwarder.take(events("a"));
    await settle();
    for (let n = 0; n < 4; n += 1) await pass();
    expect(sent.map(({ names }) => names)).toEqual([["a"], ["a"], ["a"], ["a"]]);
    expect(new Set(sent.map(({ init }) => init.body)).size).toBe(1);
    expect(waits[1]).toBe(7000);
    expect(forwarder.counts).toEqual({ sent: 1, refused: 0, dropped: 0 });
  });

  it.each([400, 401, 404, 413, 500, 501])("is not sent again after %i", async (status) => {
    answers.push(() => new Response("", { status }));
    forwarder.take(events("a", "b"));
    await settle();
    await pass();
    forwarder.take(events("c"));
    await settle();
    await pass();
    expect(sent.map(({ names }) => names)).toEqual([["a", "b"], ["c"]]);
    expect(forwarder.counts).toEqual({ sent: 1, refused: 2, dropped: 0 });
  });

  it("counts what a receiver says it did not take, and does not send it again", async () => {
    const partialSuccess = { rejectedLogRecords: "2", errorMessage: "no" };
    answers.push(() => Response.json({ partialSuccess }));
    forwarder.take(events("a", "b", "c"));
    await settle();
    await pass();
    expect(sent).toHaveLength(1);
    expect(forwarder.counts).toEqual({ sent: 1, refused: 2, dropped: 0 });
  });

  it.each(["", "null", "[]", "1", '{"partialSuccess":{"rejectedLogRecords":-5}}', "<html>"])(
    "was taken when the answer is 200 and %j",
    async (body) => {
      answers.push(() => new Response(body));
      forwarder.take(events("a"));
      await settle();
      await pass();
      expect(forwarder.counts).toEqual({ sent: 1, refused: 0, dropped: 0 });
    },
  );

  it("is dropped and counted beyond ten thousand events, while the receiver is silent", async () => {
    answers.push(...Array(3).fill(() => new Response("", { status: 503 })));
    const batch = Array<string>(500).fill("a");
    for (let n = 0; n < 25; n += 1) forwarder.take(events(...batch));
    await settle();
    await pass();
    expect(forwarder.counts).toEqual({ sent: 0, refused: 0, dropped: 2500 });
    for (let n = 0; n < 3; n += 1) await pass();
    for (let n = 0; n < 25; n += 1) await settle();
    expect(forwarder.counts).toEqual({ sent: 10_000, refused: 0, dropped: 2500 });
  });
});

describe("A forwarder that is closed", () => {
  it("sends at once what waits", async () => {
    forwarder.take(events("a"));
    await forwarder.close();
    expect(sent.map(({ names }) => names)).toEqual([["a"]]);
    expect(forwarder.counts).toEqual({ sent: 1, refused: 0, dropped: 0 });
  });

  it("tries once only, and counts as dropped what is not taken, and what comes later", async () => {
    answers.push(() => new Response("", { status: 503 }));
    forwarder.take(events("a"));
    await forwarder.close();
    forwarder.take(events("b"));
    expect(sent).toHaveLength(1);
    expect(forwarder.counts).toEqual({ sent: 0, refused: 0, dropped: 2 });
  });

  it("waits a second at most for a receiver that does not answer", async () => {
    answers.push(() => new Promise<Response>(() => undefined));
    forwarder.take(events("a"));
    const start = performance.now();
    await forwarder.close();
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(forwarder.counts).toEqual({ sent: 0, refused: 0, dropped: 1 });
  });
});
