import { afterEach, beforeEach, expect, it } from "vitest";
import { createCollector } from "../collector/createCollector.ts";
import type { EventStore } from "../store/EventStore.ts";
import { openSqliteStore } from "../store/sqlite/openSqliteStore.ts";
import { testNow } from "../testing/batches.ts";
import { weekBefore } from "../time/week.ts";

const token = "a-token-of-the-administrator";
let store: EventStore;

beforeEach(() => {
  store = openSqliteStore(":memory:");
});
afterEach(() => store.close());

function get(path: string, headers: Readonly<Record<string, string>> = {}) {
  const clock = { now: () => testNow };
  const { app } = createCollector({ store, clock, adminToken: token });
  return app.fetch(new Request(`http://localhost/.api/ping${path}`, { headers }));
}
const admin = { authorization: `Bearer ${token}` };

it("shows the ping of the last week that is over, and the same bytes again", async () => {
  const answer = await get("/preview", admin);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(answer.headers.get("ping-destination")).toBeNull();
  const body = await answer.text();
  expect(JSON.parse(body)).toMatchObject({
    version: 1,
    week: "2026-11-09",
    floor: 11,
    total: null,
  });
  expect(await (await get("/preview", admin)).text()).toBe(body);
});

it("shows what was answered, once there is something", async () => {
  const none = { destination: null, last: null, next: null };
  expect(await (await get("/answer", admin)).json()).toEqual(none);
  const answer = { at: testNow, status: 400, text: "Not so" };
  await store.notePing(weekBefore(testNow).first, answer);
  expect(await (await get("/answer", admin)).json()).toEqual({
    ...none,
    last: { week: "2026-11-09", outcome: "refused", ...answer },
  });
});

it("shows it to the administrator only, and answers for nothing else", async () => {
  expect((await get("/preview")).status).toBe(401);
  expect((await get("/answer")).status).toBe(401);
  expect((await get("/anything")).status).toBe(401);
  expect((await get("/anything", admin)).status).toBe(404);
});

it("says so when the database does not answer", async () => {
  await store.close();
  expect((await get("/preview", admin)).status).toBe(503);
  expect((await get("/answer", admin)).status).toBe(503);
  store = openSqliteStore(":memory:");
});

it.each(["http://pings.example/", "https://user@pings.example/", "pings.example"])(
  "refuses to be set up with %s",
  (url) => {
    expect(() => createCollector({ store, ping: { url } })).toThrow(/`ping.url`/);
  },
);

it.each([4, 0, -1, 5.5, Number.NaN])(
  "refuses a floor of %d: a number stands for five at least",
  (floor) => {
    expect(() => createCollector({ store, ping: { floor } })).toThrow(/`ping.floor`/);
  },
);
