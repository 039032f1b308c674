import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import type { ErrorAnswer } from "@action-telemetry/event-schema";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createCollector } from "../collector/createCollector.ts";
import { inflatedBytes } from "../body/inflateLimited.ts";
import type { EventStore } from "../store/EventStore.ts";
import { openSqliteStore } from "../store/sqlite/openSqliteStore.ts";
import { testBatch, testEvent, testEventId, testNow, testRequest } from "../testing/batches.ts";

let store: EventStore;
let send: (request: Request) => Promise<Response>;

beforeEach(() => {
  store = openSqliteStore(":memory:");
  const { app } = createCollector({ store, clock: { now: () => testNow } });
  send = async (request) => app.fetch(request);
});
afterEach(() => store.close());

const sound = JSON.stringify(testBatch([testEvent(1), testEvent(2)]));
const bytes = (buffer: Buffer) => new Uint8Array(buffer);

describe("POST /.api/action-events", () => {
  it("stores a batch and says how many events it accepted", async () => {
    const answer = await send(testRequest(sound));
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(await answer.json()).toEqual({ accepted: 2, duplicates: 0, rejected: [] });
    expect((await store.latest(10)).map(({ id }) => id)).toEqual([testEventId(2), testEventId(1)]);
  });

  it("answers a repetition with duplicates, ten times over and at once", async () => {
    await send(testRequest(sound));
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(testRequest(sound))));
    for (const answer of answers) {
      expect(await answer.json()).toEqual({ accepted: 0, duplicates: 2, rejected: [] });
    }
    expect(await store.latest(10)).toHaveLength(2);
  });

  it("stores the sound events of a batch and names the others by index and reason", async () => {
    const events = [
      testEvent(1),
      { id: "1" },
      "event",
      testEvent(2),
      { ...testEvent(3), title: "x" },
    ];
    const answer = await send(testRequest(JSON.stringify({ ...testBatch([]), events })));
    expect(await answer.json()).toEqual({
      accepted: 2,
      duplicates: 0,
      rejected: [
        { index: 1, reason: "invalid-id" },
        { index: 2, reason: "not-an-object" },
        { index: 4, reason: "unknown-field" },
      ],
    });
  });

  it.each([
    ["gzip", gzipSync],
    ["deflate", deflateSync],
    ["br", brotliCompressSync],
  ] as const)("takes bodies compressed by %s", async (encoding, compress) => {
    const request = testRequest(bytes(compress(sound)), { "content-encoding": encoding });
    expect(await (await send(request)).json()).toMatchObject({ accepted: 2 });
  });

  it("takes `application/json; charset=utf-8` and a byte order mark", async () => {
    const request = testRequest(`\uFEFF${sound}`, {
      "content-type": "Application/JSON; charset=utf-8",
    });
    expect((await send(request)).status).toBe(200);
  });

  it("counts by the corrected time and keeps the client's", async () => {
    const ahead = testNow + 3_600_000;
    const event = testEvent(1, { time: new Date(ahead - 1000).toISOString() });
    await send(
      testRequest(JSON.stringify(testBatch([event], { sentAt: new Date(ahead).toISOString() }))),
    );
    expect(await store.latest(1)).toMatchObject([
      { clientTime: ahead - 1000, occurredAt: testNow - 1000, receivedAt: testNow, clock: "kept" },
    ]);
  });
});

const deep = `${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}`;
const nearlyDeep = JSON.stringify({ ...testBatch([]), events: Array(501).fill(testEvent(1)) });
const bomb = Buffer.alloc(inflatedBytes + 1, " ");
const latin1 = bytes(Buffer.from('{"version":"\xE9"}', "latin1"));

/** [what, body, headers, status, code] */
const badRequests: readonly (readonly [
  string,
  string | Uint8Array<ArrayBuffer>,
  Readonly<Record<string, string>>,
  number,
  string,
])[] = [
  ["no content type", sound, { "content-type": "" }, 415, "unsupported-media-type"],
  ["text/plain", sound, { "content-type": "text/plain" }, 415, "unsupported-media-type"],
  [
    "a form",
    sound,
    { "content-type": "application/x-www-form-urlencoded" },
    415,
    "unsupported-media-type",
  ],
  ["an unknown encoding", sound, { "content-encoding": "zstd" }, 415, "unsupported-encoding"],
  ["two encodings", sound, { "content-encoding": "gzip, gzip" }, 415, "unsupported-encoding"],
  ["a body over the limit", " ".repeat(1_048_577), {}, 413, "body-too-large"],
  ["a length over the limit", sound, { "content-length": "1048577" }, 413, "body-too-large"],
  ["a gzip bomb", bytes(gzipSync(bomb)), { "content-encoding": "gzip" }, 413, "body-too-large"],
  [
    "a brotli bomb",
    bytes(brotliCompressSync(bomb)),
    { "content-encoding": "br" },
    413,
    "body-too-large",
  ],
  [
    "truncated gzip",
    bytes(gzipSync(sound).subarray(0, 40)),
    { "content-encoding": "gzip" },
    400,
    "malformed-body",
  ],
  ["gzip that is none", sound, { "content-encoding": "gzip" }, 400, "malformed-body"],
  [
    "gzip in gzip",
    bytes(gzipSync(gzipSync(sound))),
    { "content-encoding": "gzip" },
    400,
    "malformed-body",
  ],
  ["bytes that are no UTF-8", latin1, {}, 400, "malformed-body"],
  ["UTF-16", bytes(Buffer.from(sound, "utf16le")), {}, 400, "malformed-json"],
  ["an empty body", "", {}, 400, "malformed-json"],
  ["half a batch", sound.slice(0, 50), {}, 400, "malformed-json"],
  ["NaN", "NaN", {}, 400, "malformed-json"],
  ["a depth bomb", deep, {}, 400, "nested-too-deep"],
  ["null", "null", {}, 400, "not-an-object"],
  ["an array", "[]", {}, 400, "not-an-object"],
  ["another version", sound.replace('"version":1', '"version":2'), {}, 400, "unsupported-version"],
  [
    "a batch with a __proto__ key",
    `{"__proto__":{"a":1},${sound.slice(1)}`,
    {},
    400,
    "unknown-field",
  ],
  ["an unknown field", `{"userName":"x",${sound.slice(1)}`, {}, 400, "unknown-field"],
  ["a source with markup", sound.replace("WEB", "<b>"), {}, 400, "invalid-field"],
  ["more than 500 events", nearlyDeep, {}, 413, "too-many-events"],
];

describe("bad requests", () => {
  it.each(badRequests)("refuses %s", async (_, body, headers, status, code) => {
    const answer = await send(testRequest(body, headers));
    expect(answer.status).toBe(status);
    const { error, ...rest } = (await answer.json()) as ErrorAnswer;
    expect(rest).toEqual({});
    expect(Object.keys(error)).toEqual(["code", "message"]);
    expect(error.code).toBe(code);
    expect(error.message).not.toMatch(/node:|\/src\/|SELECT|INSERT|\bat \//);
    expect(await store.latest(1)).toEqual([]);
  });

  it("stops reading a body without length at the limit", async () => {
    let pulled = 0;
    let isCancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(65_536));
      },
      cancel() {
        isCancelled = true;
      },
    });
    expect((await send(testRequest(endless))).status).toBe(413);
    expect(isCancelled).toBe(true);
    expect(pulled).toBeLessThan(20);
  });

  it("answers 400 when the connection breaks inside the body", async () => {
    const broken = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.error(new Error("reset")),
    });
    expect((await send(testRequest(broken))).status).toBe(400);
  });

  it.each(["GET", "PUT", "DELETE"])("answers %s with 405", async (method) => {
    const answer = await send(new Request("http://localhost/.api/action-events", { method }));
    expect(answer.status).toBe(405);
    expect(answer.headers.get("allow")).toBe("POST, OPTIONS");
  });
});

describe("bad events", () => {
  const event = testEvent(1);
  it.each([
    ["markup for a name", { ...event, name: "<script>alert(1)</script>" }, "invalid-name"],
    ["an empty name", { ...event, name: "" }, "invalid-name"],
    ["a name of 129 characters", { ...event, name: "a".repeat(129) }, "invalid-name"],
    ["a formula for a name", { ...event, name: "=1+1" }, "invalid-name"],
    ["a name with NUL", { ...event, name: "a\u0000" }, "invalid-name"],
    ["a name with a lone surrogate", { ...event, name: "a\uD800" }, "invalid-name"],
    ["a number for a surface", { ...event, surface: 1 }, "invalid-surface"],
    ["a time of another calendar", { ...event, time: "+275760-09-13T00:00:00Z" }, "invalid-time"],
  ])("rejects %s alone", async (_, bad, reason) => {
    const body = JSON.stringify({ ...testBatch([]), events: [bad, testEvent(2)] });
    const answer = await (await send(testRequest(body))).json();
    expect(answer).toEqual({ accepted: 1, duplicates: 0, rejected: [{ index: 0, reason }] });
  });

  it("rejects a number that JSON can write and JavaScript cannot hold", async () => {
    const completion = `"outcome":"succeeded","of":"${testEventId(9)}","durationMs":1e999,`;
    const body = sound.replace('"name":"git', `${completion}"name":"git`);
    expect(await (await send(testRequest(body))).json()).toMatchObject({
      accepted: 1,
      rejected: [{ index: 0, reason: "invalid-duration" }],
    });
  });

  it("rejects an event with a __proto__ key and harms no other object", async () => {
    const body = sound.replace('"name":"git', '"__proto__":{"polluted":true},"name":"git');
    const answer = await (await send(testRequest(body))).json();
    expect(answer).toEqual({
      accepted: 1,
      duplicates: 0,
      rejected: [{ index: 0, reason: "unknown-field" }],
    });
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});

describe("a database that fails", () => {
  it("leads to 503 with Retry-After, never to an acknowledgement", async () => {
    await store.close();
    const answer = await send(testRequest(sound));
    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("5");
    expect(await answer.json()).toMatchObject({ error: { code: "storage-unavailable" } });
    store = openSqliteStore(":memory:");
  });
});
