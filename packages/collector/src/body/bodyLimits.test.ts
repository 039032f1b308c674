import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createCollector } from "../collector/createCollector.ts";
import type { EventStore } from "../store/EventStore.ts";
import { openSqliteStore } from "../store/sqlite/openSqliteStore.ts";
import { testBatch, testEvent, testNow, testRequest } from "../testing/batches.ts";

const megabyte = 1_048_576;
let store: EventStore;
let app: ReturnType<typeof createCollector>["app"];
beforeEach(() => {
  store = openSqliteStore(":memory:");
  ({ app } = createCollector({ store, clock: { now: () => testNow } }));
});
afterEach(() => store.close());

const sound = JSON.stringify(testBatch([testEvent(1)]));
const padded = (bytes: number) => sound.padEnd(bytes);

/** A body in pieces, nothing of which is there before it is read, and how many were. */
function streamOf(text: string) {
  const bytes = new TextEncoder().encode(text);
  let [at, pulled] = [0, 0];
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        pulled += 1;
        controller.enqueue(bytes.slice(at, (at += 65_536)));
        if (at >= bytes.length) controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  return { body, pulled: () => pulled };
}

describe("A body of as many bytes as it may have", () => {
  it("is read, and one of a byte more is not: by what it declares, and by what arrives", async () => {
    for (const [bytes, status] of [
      [megabyte, 200],
      [megabyte + 1, 413],
    ] as const) {
      const text = padded(bytes);
      expect((await app.fetch(testRequest(text))).status).toBe(status);
      expect((await app.fetch(testRequest(streamOf(text).body))).status).toBe(status);
      const declared = { "content-length": String(bytes) };
      expect((await app.fetch(testRequest(streamOf(text).body, declared))).status).toBe(status);
    }
  });

  it("is not begun with where it declares more, though less would come", async () => {
    const refused = streamOf(sound);
    const declared = { "content-length": String(megabyte + 1) };
    expect((await app.fetch(testRequest(refused.body, declared))).status).toBe(413);
    expect(refused.pulled()).toBe(0);
    const taken = streamOf(sound);
    expect((await app.fetch(testRequest(taken.body))).status).toBe(200);
    expect(taken.pulled()).toBe(1);
  });

  it("is inflated to five megabytes, and one that becomes a byte more is not", async () => {
    // Letters that look drawn from two: they take a sixth of their room, so that they are no bomb.
    let seed = 1;
    const letters = Array.from({ length: 5 * megabyte }, () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % 2 === 0 ? " " : "\n";
    }).join("");
    for (const [bytes, status] of [
      [5 * megabyte, 200],
      [5 * megabyte + 1, 413],
    ] as const) {
      const body = gzipSync(
        sound + letters.slice(0, bytes - sound.length) + " ".repeat(bytes - 5 * megabyte),
      );
      expect(body.length).toBeLessThan(megabyte);
      const request = testRequest(new Uint8Array(body), { "content-encoding": "gzip" });
      expect([bytes, (await app.fetch(request)).status]).toEqual([bytes, status]);
    }
  });
});
