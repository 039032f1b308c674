import { afterEach, beforeEach, expect, it } from "vitest";
import { createCollector } from "../collector/createCollector.ts";
import type { EventStore } from "../store/EventStore.ts";
import { openSqliteStore } from "../store/sqlite/openSqliteStore.ts";
import { testBatch, testEvent, testNow } from "../testing/batches.ts";

let store: EventStore;
let post: (path: string, body: string) => Promise<string>;
beforeEach(() => {
  store = openSqliteStore(":memory:");
  const { app } = createCollector({ store, clock: { now: () => testNow } });
  const headers = { "content-type": "application/json" };
  post = async (path, body) => {
    const answer = await app.request(`http://localhost${path}`, { method: "POST", headers, body });
    return `${answer.status} ${await answer.text()}`;
  };
});
afterEach(() => store.close());

const nest = (levels: number) => "[".repeat(levels) + "]".repeat(levels);

/** A request of each protocol that says something unasked, so many levels deep, and how it begins to be refused. */
const protocols = [
  {
    path: "/.api/action-events",
    most: 16,
    request: (levels: number) =>
      JSON.stringify(testBatch([testEvent(1)])).replace("{", `{"more":${nest(levels - 1)},`),
    // Not for its depth, but for what it says.
    taken: '400 {"error":{"code":"unknown-field"',
    refused: '400 {"error":{"code":"nested-too-deep"',
  },
  {
    path: "/v1/logs",
    most: 64,
    request: (levels: number) => `{"resourceLogs":[],"more":${nest(levels - 1)}}`,
    taken: "200 {}",
    refused: "400 ",
  },
  {
    path: "/.api/graphql",
    most: 24,
    request: (levels: number) =>
      `{"query":"mutation { logEvent(event: \\"a.run\\", userCookieID: \\"user-1\\", url: \\"https://a.example\\", source: WEB) { alwaysNil } }","variables":{"more":${nest(levels - 2)}}}`,
    taken: '200 {"data"',
    refused: "400 ",
  },
];

it.each(protocols)(
  "$path is read $most levels deep, and no deeper",
  async ({ path, most, request, taken, refused }) => {
    expect(await post(path, request(most))).toContain(taken);
    expect(await post(path, request(most + 1))).toContain(refused);
    for (const levels of [10_000, 100_000]) {
      expect(await post(path, request(levels))).toContain(refused);
    }
  },
);

it.each(["{a", "{a(b:[", "{a(b:{c:", "fragment a on b{", "{...on a"])(
  "A query that nests without end by %j is refused, and the next is answered",
  async (part) => {
    const query = `mutation ${part.repeat(100_000)}`;
    expect(await post("/.api/graphql", JSON.stringify({ query }))).toMatch(/^4\d\d /u);
    expect(await post("/v1/logs", '{"resourceLogs":[]}')).toBe("200 {}");
  },
);
