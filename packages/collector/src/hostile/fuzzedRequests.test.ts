import fc from "fast-check";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createCollector } from "../collector/createCollector.ts";
import type { EventStore } from "../store/EventStore.ts";
import { openSqliteStore } from "../store/sqlite/openSqliteStore.ts";
import { checkFuzzedAnswer } from "../testing/checkFuzzedAnswer.ts";
import { testBatch, testEvent, testRequest } from "../testing/batches.ts";
import { fuzzedRequest } from "../testing/fuzzedRequest.ts";

let store: EventStore;
let send: (request: Request) => Promise<Response>;
beforeEach(() => {
  store = openSqliteStore(":memory:");
  const { app } = createCollector({ store, adminToken: "correct-horse-battery" });
  send = async (request) => app.fetch(request);
});
afterEach(() => store.close());

/** Half of them are the same in every run; the others are not, and a failure says their seed. */
it.each([
  ["the same as ever", { seed: 20_261_122, numRuns: 10_000 }],
  ["others than ever", { numRuns: 10_000 }],
])(
  "answers any request without a server error, and always in the same shape: ten thousand, %s",
  async (_which, runs) => {
    const statuses = new Set<number>();
    await fc.assert(
      fc.asyncProperty(fuzzedRequest, async (request) => {
        const { path, headers, body } = request;
        const answer = await send(
          new Request(`http://localhost${path}`, { method: "POST", headers, body }),
        );
        statuses.add(answer.status);
        expect(await checkFuzzedAnswer(request, answer)).toBeUndefined();
      }),
      runs,
    );
    // Else they would all be refused at the door.
    expect([...statuses]).toEqual(expect.arrayContaining([200, 400, 415]));
    expect((await store.latest(1)).length).toBe(1);
  },
);

it.each([
  ["a server error", 500, '{"error":{"code":"a","message":"b"}}'],
  ["a stack", 400, '{"error":{"code":"a","message":"x\\n"}}\n    at run (file.ts:1:1)'],
  ["a statement", 400, '{"error":{"code":"a","message":"SELECT name FROM event"}}'],
  ["a path", 400, '{"error":{"code":"a","message":"/app/src/http/cors.ts"}}'],
  ["another shape", 400, '{"message":"no"}'],
])("would notice %s (control)", async (_what, status, text) => {
  const request = { path: "/.api/action-events", headers: {}, body: new Uint8Array() };
  expect(await checkFuzzedAnswer(request, new Response(text, { status }))).toEqual(
    expect.any(String),
  );
  const sound = new Response('{"error":{"code":"a","message":"b"}}', { status: 400 });
  expect(await checkFuzzedAnswer(request, sound)).toBeUndefined();
});

/** A sound event with one field made arbitrary, or one field more. */
const nearlySound = fc
  .tuple(
    fc.nat({ max: 1_000_000 }),
    fc.oneof(fc.constantFrom(...Object.keys(testEvent(0)), "arguments", "of"), fc.string()),
    fc.jsonValue(),
  )
  .map(([n, key, value]) => ({ ...testEvent(n), [key]: value }));

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
