import fc from "fast-check";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createCollector } from "../createCollector.ts";
import type { EventStore } from "../store/EventStore.ts";
import { openSqliteStore } from "../store/sqlite/openSqliteStore.ts";
import { testBatch, testEvent, testRequest } from "../testing/batches.ts";

let store: EventStore;
let send: (request: Request) => Promise<Response>;
beforeEach(() => {
  store = openSqliteStore(":memory:");
  const { app } = createCollector({ store });
  send = async (request) => app.fetch(request);
});
afterEach(() => store.close());

const encodings = fc.constantFrom("identity", "gzip", "deflate", "br", "zstd", "");

/** A sound event with one field made arbitrary, or one field more. */
const nearlySound = fc
  .tuple(
    fc.nat({ max: 1_000_000 }),
    fc.oneof(fc.constantFrom(...Object.keys(testEvent(0)), "arguments", "of"), fc.string()),
    fc.jsonValue(),
  )
  .map(([n, key, value]) => ({ ...testEvent(n), [key]: value }));

it("answers any bytes under any encoding without a server error", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), encodings, async (bytes, encoding) => {
      const body = new Uint8Array(bytes);
      const answer = await send(testRequest(body, { "content-encoding": encoding }));
      expect([400, 413, 415]).toContain(answer.status);
    }),
    { numRuns: 1000 },
  );
  expect(await store.latest(1)).toEqual([]);
});

it("accounts for every event of any batch: accepted, duplicate or rejected", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(nearlySound, fc.jsonValue()), { maxLength: 20 }),
      async (events) => {
        const body = JSON.stringify({ ...testBatch([]), events });
        const answer = await send(testRequest(body));
        // Only a value that nests like a bomb may refuse the batch as a whole.
        if (answer.status === 400) return;
        const { accepted, duplicates, rejected } = (await answer.json()) as {
          accepted: number;
          duplicates: number;
          rejected: unknown[];
        };
        expect(answer.status).toBe(200);
        expect(accepted + duplicates + rejected.length).toBe(events.length);
      },
    ),
    { numRuns: 1000 },
  );
});
