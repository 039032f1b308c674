import { expect, it } from "vitest";
import { createCollector } from "../createCollector.ts";
import { openSqliteStore } from "../store/sqlite/openSqliteStore.ts";
import { testRequest } from "../testing/batches.ts";

it("answers 429 with Retry-After to an address that floods, whatever its forwarding header says", async () => {
  const store = openSqliteStore(":memory:");
  const { app } = createCollector({ store, rateLimit: { perSecond: 1, burst: 2 } });
  const from = (remoteAddress: string, forwarded: string) =>
    app.fetch(testRequest("{}", { "x-forwarded-for": forwarded }), {
      incoming: { socket: { remoteAddress } },
    });
  expect((await from("192.0.2.1", "a")).status).toBe(400);
  expect((await from("192.0.2.1", "b")).status).toBe(400);
  const limited = await from("192.0.2.1", "c");
  expect(limited.status).toBe(429);
  expect(limited.headers.get("retry-after")).toBe("1");
  expect(await limited.json()).toMatchObject({ error: { code: "too-many-requests" } });
  expect((await from("192.0.2.2", "a")).status).toBe(400);
  await store.close();
});
