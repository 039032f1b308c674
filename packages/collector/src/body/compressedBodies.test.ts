import { brotliCompressSync, constants, deflateSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createCollector } from "../collector/createCollector.ts";
import type { EventStore } from "../store/EventStore.ts";
import { openSqliteStore } from "../store/sqlite/openSqliteStore.ts";
import { testBatch, testEvent, testNow, testRequest } from "../testing/batches.ts";

let store: EventStore;
let send: (body: Buffer, encoding: string) => Promise<Response>;
beforeEach(() => {
  store = openSqliteStore(":memory:");
  const { app } = createCollector({ store, clock: { now: () => testNow } });
  send = async (body, encoding) =>
    app.fetch(testRequest(new Uint8Array(body), { "content-encoding": encoding }));
});
afterEach(() => store.close());

const sound = JSON.stringify(testBatch([testEvent(1)]));
const half = Math.floor(sound.length / 2);
const zeros = Buffer.alloc(100 * 1_048_576);
const largest = { params: { [constants.BROTLI_PARAM_LGWIN]: 24 } };

describe("A hundred megabytes in a small body", () => {
  it.each([
    ["gzip", gzipSync(zeros), "gzip"],
    ["deflate", deflateSync(zeros), "deflate"],
    ["brotli", brotliCompressSync(zeros, largest), "br"],
    [
      "ten members of gzip",
      Buffer.concat(Array<Buffer>(10).fill(gzipSync(zeros.subarray(0, 10_485_760)))),
      "gzip",
    ],
  ])("are inflated to the limit and no further: %s", async (_what, body, encoding) => {
    expect(body.length).toBeLessThan(1_048_576);
    const before = process.memoryUsage().rss;
    for (let n = 0; n < 20; n += 1) expect((await send(body, encoding)).status).toBe(413);
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1_048_576);
  });

  it.each([
    ["gzip in gzip", gzipSync(gzipSync(zeros)), "gzip", 400],
    ["gzip in gzip, said so", gzipSync(gzipSync(zeros)), "gzip, gzip", 415],
    ["gzip in brotli, said so", brotliCompressSync(gzipSync(zeros)), "gzip, br", 415],
  ])("are not inflated twice: %s", async (_what, body, encoding, status) => {
    expect((await send(body, encoding)).status).toBe(status);
  });
});

describe("A body that becomes many times as large", () => {
  const spaced = (bytes: number) => Buffer.from(sound + " ".repeat(bytes - sound.length));

  it.each([
    ["gzip", gzipSync, "gzip"],
    ["deflate", deflateSync, "deflate"],
    ["brotli", brotliCompressSync, "br"],
  ])(
    "is a bomb long before the limit, but not where it is small: %s",
    async (_what, compress, encoding) => {
      expect((await send(compress(spaced(4 * 1_048_576)), encoding)).status).toBe(413);
      expect((await send(compress(spaced(200_000)), encoding)).status).toBe(200);
    },
  );

  it("is none if what it becomes is not much more: a batch of the largest size", async () => {
    const events = Array.from({ length: 500 }, (_, n) =>
      testEvent(n, { arguments: { text: "x".repeat(800) } }),
    );
    const answer = await send(gzipSync(JSON.stringify(testBatch(events))), "gzip");
    expect(await answer.json()).toMatchObject({ accepted: 500 });
  });
});

describe("A compressed body", () => {
  it("may have several members, as gzip allows: they are one text", async () => {
    const members = [gzipSync(sound.slice(0, half)), gzipSync(sound.slice(half))];
    expect(await (await send(Buffer.concat(members), "gzip")).json()).toMatchObject({
      accepted: 1,
    });
  });

  it.each([
    ["gzip", gzipSync(sound), "gzip"],
    ["deflate", deflateSync(sound), "deflate"],
    ["brotli", brotliCompressSync(sound), "br"],
  ])("is refused when its end is missing, wherever: %s", async (_what, body, encoding) => {
    for (let length = 0; length < body.length; length += 7) {
      const answer = await send(body.subarray(0, length), encoding);
      expect([length, answer.status]).toEqual([length, 400]);
    }
    expect(await store.latest(1)).toEqual([]);
  });

  it.each([
    "GZIP",
    " gzip ",
    "x-gzip",
    "compress",
    "zstd",
    "gzip;q=1",
    "identity, gzip",
    "gzip gzip",
    "\u00e9",
  ])("is refused or read by exactly one encoding: %j", async (encoding) => {
    const answer = await send(gzipSync(sound), encoding);
    expect(answer.status).toBe(encoding.trim().toLowerCase() === "gzip" ? 200 : 415);
  });
});
