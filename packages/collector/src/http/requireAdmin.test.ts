import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createCollector } from "../createCollector.ts";
import type { EventStore } from "../store/EventStore.ts";
import { openSqliteStore } from "../store/sqlite/openSqliteStore.ts";

const token = "correct-horse-battery";
let store: EventStore;
beforeEach(() => {
  store = openSqliteStore(":memory:");
});
afterEach(() => store.close());

function getFrom(adminToken: string | undefined) {
  const { app } = createCollector({ store, adminToken });
  return (url: string, authorization?: string) =>
    app.request(url, { headers: authorization === undefined ? {} : { authorization } });
}

const analytics = [
  "overview",
  "actions",
  "users",
  "executions",
  "breakdown",
  "events",
  "errors",
  "live",
];
const routes = [
  ...[...analytics, "not-yet-written", ""].map((route) => `/.api/analytics/${route}`),
  ...["preview", "not-yet-written", ""].map((route) => `/.api/ping/${route}`),
];

describe("with an admin token", () => {
  it.each(routes)("guards %s", async (route) => {
    const get = getFrom(token);
    const url = `http://localhost${route}`;
    for (const authorization of [
      undefined,
      "Bearer wrong",
      "Bearer ",
      `Basic ${token}`,
      `Bearer ${token}x`,
    ]) {
      const answer = await get(url, authorization);
      expect(answer.status).toBe(401);
      expect(answer.headers.get("www-authenticate")).toContain("Bearer");
      expect(await answer.json()).toMatchObject({
        error: { code: expect.stringMatching(/^token-/) },
      });
    }
    expect((await get(url, `Bearer ${token}`)).status).not.toBe(401);
  });

  it("takes the token in a header only", async () => {
    const get = getFrom(token);
    expect((await get(`http://localhost/.api/analytics/overview?token=${token}`)).status).toBe(401);
  });

  it("guards every route of the collector but the public ones", () => {
    const { app } = createCollector({ store, adminToken: token });
    const open = app.routes
      .map(({ path }) => path)
      .filter((path) => path !== "/*" && !/^\/(\.api\/(analytics|ping)|metrics)(\/|$)/.test(path));
    expect([...new Set(open)].toSorted()).toEqual([
      "/.api/action-events",
      "/.api/error-reports",
      "/.api/graphql",
      "/analytics",
      "/analytics/assets/:name",
      "/healthz",
      "/v1/logs",
    ]);
  });
});

describe("without an admin token", () => {
  it.each(["http://localhost", "http://127.0.0.1:7080", "http://[::1]:7080", "http://a.localhost"])(
    "answers on %s",
    async (origin) => {
      const get = getFrom(undefined);
      expect((await get(`${origin}/.api/analytics/overview`)).status).toBe(200);
    },
  );

  it.each(["http://192.0.2.1", "http://evil.example", "http://127.0.0.1.evil.example"])(
    "answers 403 on %s, so that no foreign name can be pointed at this machine",
    async (origin) => {
      const get = getFrom(undefined);
      expect((await get(`${origin}/.api/analytics/overview`)).status).toBe(403);
    },
  );
});
