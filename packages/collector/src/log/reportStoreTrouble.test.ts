import { expect, it, onTestFinished } from "vitest";
import { createCollector } from "../collector/createCollector.ts";
import { openSqliteStore } from "../store/sqlite/openSqliteStore.ts";
import { testBatch, testEvent, testRequest } from "../testing/batches.ts";
import type { Log } from "./Log.ts";

it("notes that the database does not answer, whoever asked, and nothing while it does", async () => {
  const troubles: string[] = [];
  const log: Log = { write: () => undefined, trouble: (part) => troubles.push(part) };
  const store = openSqliteStore(":memory:");
  const { app, finish } = createCollector({ store, log });
  const body = JSON.stringify(testBatch([testEvent(1)]));
  expect((await app.fetch(testRequest(body))).status).toBe(200);
  expect(troubles).toEqual([]);
  await store.close();
  expect((await app.fetch(testRequest(body))).status).toBe(503);
  expect((await app.request("/healthz")).status).toBe(503);
  expect(troubles).toEqual(["store", "store"]);
  await finish();
  await app.request("/healthz");
  expect(troubles).toEqual(["store", "store"]);
});

it("notes nothing where somebody asks for what cannot be", async () => {
  const troubles: string[] = [];
  const log: Log = { write: () => undefined, trouble: (part) => troubles.push(part) };
  const store = openSqliteStore(":memory:");
  onTestFinished(() => store.close());
  const { app } = createCollector({ store, log });
  const answer = await app.request("http://localhost/.api/analytics/events?after=nowhere");
  expect(answer.status).toBe(400);
  expect(troubles).toEqual([]);
});
