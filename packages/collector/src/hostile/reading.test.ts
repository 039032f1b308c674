import { afterEach, beforeEach, expect, it } from "vitest";
import { type Collector, createCollector } from "../collector/createCollector.ts";
import { operations } from "../openapi/createOpenApiRoutes.ts";
import type { EventStore } from "../store/EventStore.ts";
import type { StoreRow } from "../store/StoreRow.ts";
import { openSqliteStore } from "../store/sqlite/openSqliteStore.ts";
import { testBatch, testEvent, testNow, testRequest } from "../testing/batches.ts";

let store: EventStore;
let collector: Collector;
beforeEach(async () => {
  store = openSqliteStore(":memory:");
  collector = createCollector({ store, clock: { now: () => testNow } });
  const batch = testBatch([testEvent(1), testEvent(2)]);
  await collector.app.fetch(testRequest(JSON.stringify(batch)));
});
afterEach(async () => {
  await collector.close();
  await store.close();
});

/** All that is stored. */
async function contents(): Promise<readonly StoreRow[]> {
  const rows: StoreRow[] = [];
  for await (const some of store.dump()) rows.push(...some);
  return rows;
}

const addressOf = (path: string) =>
  path
    .replace("actions/{id}", "actions/git.blame.toggle")
    .replace("{id}", "user-1")
    .replace("{file}", "events.csv")
    .replace("{name}", "none.js");
const ask = async (method: string, path: string) => {
  const answer = await collector.app.request(`http://localhost${addressOf(path)}`, { method });
  // What is streamed is read, too, but for the stream that does not end.
  if (path.endsWith("/live")) await answer.body?.cancel();
  else await answer.text();
};

it("Whoever only reads changes nothing that is stored, but that the ping of last week is made as it would be anyway", async () => {
  const before = await contents();
  expect(before.length).toBeGreaterThan(1);
  const read = operations.filter(({ method }) => method === "get").map(({ path }) => path);
  expect(read.length).toBeGreaterThan(15);
  for (const method of ["GET", "HEAD", "OPTIONS"]) {
    for (const path of read) await ask(method, path);
  }
  const added = (await contents()).filter(
    (row) => !before.some((old) => JSON.stringify(old) === JSON.stringify(row)),
  );
  expect(added.map(({ type }) => type)).toEqual(["ping"]);
  expect(await contents()).toEqual(expect.arrayContaining([...before]));
});

it("Whoever deletes does change it (control)", async () => {
  const before = await contents();
  await ask("DELETE", "/.api/analytics/users/{id}");
  expect(await contents()).not.toEqual(expect.arrayContaining([...before]));
});
