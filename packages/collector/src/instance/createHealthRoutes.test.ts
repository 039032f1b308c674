import { expect, it } from "vitest";
import { createCollector } from "../collector/createCollector.ts";
import { openSqliteStore } from "../store/sqlite/openSqliteStore.ts";

it("answers 200 while the database can write, and 503 with Retry-After when it cannot", async () => {
  const store = openSqliteStore(":memory:");
  const { app } = createCollector({ store });
  const healthy = await app.request("/healthz");
  expect(healthy.status).toBe(200);
  expect(await healthy.json()).toEqual({ status: "ok" });
  await store.close();
  const broken = await app.request("/healthz");
  expect(broken.status).toBe(503);
  expect(broken.headers.get("retry-after")).toBe("5");
  expect(await broken.json()).toMatchObject({ error: { code: "storage-unavailable" } });
});
