import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createCollector } from "../collector/createCollector.ts";
import type { EventStore } from "../store/EventStore.ts";
import { openSqliteStore } from "../store/sqlite/openSqliteStore.ts";
import { testBatch, testEvent, testRequest } from "../testing/batches.ts";

const allowed = "https://app.example.com";
let store: EventStore;
let send: (request: Request) => Promise<Response>;

beforeEach(() => {
  store = openSqliteStore(":memory:");
  const { app } = createCollector({ store, allowedOrigins: [allowed] });
  send = async (request) => app.fetch(request);
});
afterEach(() => store.close());

function preflight(origin: string): Request {
  return new Request("http://localhost/.api/action-events", {
    method: "OPTIONS",
    headers: { origin, "access-control-request-method": "POST" },
  });
}

describe("cross-origin requests", () => {
  it("lets an origin on the list send, without credentials", async () => {
    const answer = await send(preflight(allowed));
    expect(answer.status).toBe(204);
    expect(answer.headers.get("access-control-allow-origin")).toBe(allowed);
    expect(answer.headers.get("access-control-allow-headers")).toContain("content-type");
    expect(answer.headers.get("vary")).toBe("Origin");
    const post = await send(
      testRequest(JSON.stringify(testBatch([testEvent(1)])), { origin: allowed }),
    );
    expect(post.headers.get("access-control-allow-origin")).toBe(allowed);
    expect(post.headers.has("access-control-allow-credentials")).toBe(false);
  });

  it.each([
    "null",
    "https://evil.example",
    "https://app.example.com.evil.example",
    "http://app.example.com",
    "https://app.example.com:8443",
    "https://APP.example.com",
  ])("gives %s nothing", async (origin) => {
    for (const answer of [
      await send(preflight(origin)),
      await send(testRequest("{}", { origin })),
    ]) {
      expect(answer.headers.has("access-control-allow-origin")).toBe(false);
      expect(answer.headers.get("vary")).toContain("Origin");
    }
  });

  it("never opens the analytics", async () => {
    const request = new Request("http://localhost/.api/analytics/overview", {
      headers: { origin: allowed },
    });
    expect((await send(request)).headers.has("access-control-allow-origin")).toBe(false);
  });

  it.each(["*", "app.example.com", "https://app.example.com/", "https://app.example.com/path"])(
    "refuses to be set up with %s",
    (origin) => {
      expect(() => createCollector({ store, allowedOrigins: [origin] })).toThrow(/to be an origin/);
    },
  );
});
