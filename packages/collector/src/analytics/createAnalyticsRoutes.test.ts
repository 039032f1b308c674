import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Collector, createCollector } from "../collector/createCollector.ts";
import type { EventStore } from "../store/EventStore.ts";
import { openSqliteStore } from "../store/sqlite/openSqliteStore.ts";
import { testBatch, testEvent, testNow, testRequest } from "../testing/batches.ts";
import { dayMs } from "../time/calendar.ts";
import type { EventsAnswer } from "./answers/recordAnswers.ts";

const clock = { now: () => testNow };
let store: EventStore;
let collector: Collector;

beforeEach(async () => {
  store = openSqliteStore(":memory:");
  collector = createCollector({ store, clock });
  const earlier = new Date(testNow - dayMs).toISOString();
  const batch = testBatch([
    testEvent(1, { trigger: "pointer" }),
    testEvent(2, { name: "goToDefinition", surface: "hover" }),
    testEvent(3, { time: earlier }),
    testEvent(4, { name: "hover", surface: "hover" }),
  ]);
  await collector.app.fetch(testRequest(JSON.stringify(batch)));
  const other = testBatch([testEvent(5, { surface: "palette" })], {
    anonymizedUserId: "user-2",
    source: "CODEHOSTINTEGRATION",
    platform: "firefox-extension",
    dropped: { "queue-full": 2 },
  });
  await collector.app.fetch(testRequest(JSON.stringify(other)));
});
afterEach(async () => {
  await collector.close();
  await store.close();
});

async function get(path: string): Promise<unknown> {
  const answer = await collector.app.request(`http://localhost/.api/analytics${path}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  return answer.json();
}

describe("GET /.api/analytics", () => {
  it.each(["overview", "actions", "actions/git.blame.toggle"])(
    "sends %s compressed to whoever takes it so, and says up to where it has counted",
    async (path) => {
      const ask = (headers: Record<string, string>) =>
        collector.app.request(`http://localhost/.api/analytics/${path}`, { headers });
      const [plain, zipped] = [await ask({}), await ask({ "accept-encoding": "gzip, br" })];
      expect(zipped.headers.get("content-encoding")).toBe("gzip");
      expect(zipped.headers.get("vary")).toMatch(/accept-encoding/iu);
      const text = await new Response(
        zipped.body?.pipeThrough(new DecompressionStream("gzip")),
      ).text();
      expect(text).toBe(await plain.text());
      expect(plain.headers.get("events-end")).toBe(path === "actions" ? null : await store.end());
    },
  );

  it("counts executions per action and day", async () => {
    expect(await get("/executions?range=7d&by=action")).toEqual({
      from: "2026-11-16",
      to: "2026-11-22",
      unit: "day",
      complete: 6,
      begun: 7,
      buckets: [
        "2026-11-16",
        "2026-11-17",
        "2026-11-18",
        "2026-11-19",
        "2026-11-20",
        "2026-11-21",
        "2026-11-22",
      ],
      series: [
        { key: "git.blame.toggle", executions: [0, 0, 0, 0, 0, 1, 2] },
        { key: "goToDefinition", executions: [0, 0, 0, 0, 0, 0, 1] },
      ],
    });
  });

  it("counts executions of all actions together, by hour too", async () => {
    expect(await get("/executions?range=7d")).toMatchObject({
      series: [{ key: "all", executions: [0, 0, 0, 0, 0, 1, 3] }],
    });
    const hours = (await get("/executions?range=24h")) as { buckets: string[]; series: unknown };
    expect(hours.buckets).toHaveLength(24);
    expect(hours.buckets.at(-1)).toBe("2026-11-22T12:00Z");
    expect(hours.series).toEqual([{ key: "all", executions: [...Array(23).fill(0), 3] }]);
  });

  it("counts distinct users per day", async () => {
    expect(await get("/users?range=7d")).toMatchObject({ users: [0, 0, 0, 0, 0, 1, 2] });
  });

  it.each([
    ["surface", ["toolbar", "hover", "palette"]],
    ["trigger", ["", "pointer"]],
    ["source", ["WEB", "CODEHOSTINTEGRATION"]],
    ["platform", ["web", "firefox-extension"]],
    ["action", ["git.blame.toggle", "goToDefinition"]],
  ])("splits by %s", async (by, keys) => {
    const { rows } = (await get(`/breakdown?range=30d&by=${by}`)) as { rows: { key: string }[] };
    expect(rows.map(({ key }) => key)).toEqual(keys);
  });

  it("shows a row for each action", async () => {
    expect(await get("/actions?range=7d")).toMatchObject({
      actions: [
        {
          id: "git.blame.toggle",
          executions: 3,
          users: 2,
          share: 0.75,
          surfaces: [
            { surface: "toolbar", executions: 2 },
            { surface: "palette", executions: 1 },
          ],
          comparison: { executions: 1, before: 0 },
          trend: [0, 0, 0, 0, 0, 1],
        },
        { id: "goToDefinition", executions: 1, users: 1, share: 0.25 },
      ],
    });
  });

  it("shows totals, the period before, other events and what was not counted", async () => {
    expect(await get("/overview?range=7d")).toMatchObject({
      totals: { executions: 4, users: 2, names: 2, synthetic: 0 },
      active: { on: "2026-11-22", day: 2, week: 2, month: 2 },
      previous: { executions: Array(7).fill(0), users: Array(7).fill(0) },
      comparison: {
        from: "2026-11-16",
        to: "2026-11-21",
        totals: { executions: 1, users: 1, names: 1, synthetic: 0 },
        before: {
          from: "2026-11-09",
          to: "2026-11-14",
          totals: { executions: 0, users: 0, names: 0, synthetic: 0 },
        },
      },
      newActions: [{ id: "git.blame.toggle", since: "2026-11-21" }, { id: "goToDefinition" }],
      vanishedActions: [],
      otherEvents: [{ key: "hover", executions: 1, users: 1 }],
      tallies: [{ kind: "dropped", reason: "queue-full", count: 2 }],
    });
  });

  it("shows the last events as stored", async () => {
    const { events } = (await get("/events?limit=1")) as { events: unknown[] };
    expect(events).toMatchObject([{ name: "git.blame.toggle", anonymizedUserId: "user-2" }]);
  });

  it("reads on from where it ended, so that each event comes once", async () => {
    const { end } = (await get("/events")) as { end: string };
    expect(await get(`/events?after=${end}`)).toMatchObject({ events: [], isLast: true });
    const more = [testEvent(10), testEvent(11), testEvent(12)];
    await collector.app.fetch(testRequest(JSON.stringify(testBatch(more))));
    const first = (await get(`/events?after=${end}&limit=2`)) as EventsAnswer;
    expect(first.events.map(({ id }) => id)).toEqual([more[1]?.id, more[0]?.id]);
    expect(first.isLast).toBe(false);
    const rest = (await get(`/events?after=${first.end}&limit=2`)) as EventsAnswer;
    expect(rest.events.map(({ id }) => id)).toEqual([more[2]?.id]);
    expect(rest.isLast).toBe(true);
  });

  it.each([
    "/overview?range=1y",
    "/overview?from=2026-11-01",
    "/overview?surface=%3Cimg%3E",
    "/overview?compare=yes",
    "/executions?range=90d&unit=hour",
    "/actions/%20",
    "/actions/a?range=1y",
    "/events?after=nowhere",
    "/events?after=%27",
    "/overview?range=",
    "/overview?range=7d%27--",
    "/actions?range=__proto__",
    "/executions?by=name",
    "/executions?by=constructor",
    "/breakdown",
    "/breakdown?by=all",
    "/breakdown?by=platform%20FROM%20event",
    "/events?limit=0",
    "/events?limit=201",
    "/events?limit=1e2",
    "/events?limit=-1",
  ])("refuses %s and says what it takes", async (path) => {
    const answer = await collector.app.request(`http://localhost/.api/analytics${path}`);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      error: { code: "invalid-parameter", message: expect.stringMatching(/must be/) },
    });
  });

  it("announces stored events on the live stream, and ends it when the collector closes", async () => {
    const answer = await collector.app.request("http://localhost/.api/analytics/live");
    expect(answer.headers.get("content-type")).toContain("text/event-stream");
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toContain("event: open");
    const announced = reader?.read();
    await collector.app.fetch(testRequest(JSON.stringify(testBatch([testEvent(9)]))));
    expect((await announced)?.value).toBe("event: stored\ndata: {}\n\n");
    await collector.close();
    expect((await reader?.read())?.done).toBe(true);
  });

  it("answers 503 when the database does not", async () => {
    await store.close();
    const answer = await collector.app.request("http://localhost/.api/analytics/overview");
    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("5");
    store = openSqliteStore(":memory:");
  });
});

describe("DELETE /.api/analytics/users", () => {
  const remove = async (id: string, headers: Record<string, string> = {}) => {
    const url = `http://localhost/.api/analytics/users/${id}`;
    return collector.app.request(url, { method: "DELETE", headers });
  };

  it("erases a user for good, though its client sends everything again", async () => {
    const answer = await remove("user-2");
    expect([answer.status, await answer.json()]).toEqual([200, { erased: 1 }]);
    const again = testBatch([testEvent(5, { surface: "palette" }), testEvent(6)], {
      anonymizedUserId: "user-2",
    });
    const ingested = await collector.app.fetch(testRequest(JSON.stringify(again)));
    expect(await ingested.json()).toEqual({ accepted: 0, duplicates: 2, rejected: [] });
    expect(JSON.stringify(await get("/events"))).not.toContain("user-2");
    expect(await get("/users?range=7d")).toMatchObject({ users: [0, 0, 0, 0, 0, 1, 1] });
  });

  it("refuses what is no ID", async () => {
    expect((await remove("a%20b")).status).toBe(400);
  });

  it("cannot be asked for by another page: a browser asks before, and is not allowed", async () => {
    const preflight = await collector.app.request("http://localhost/.api/analytics/users/user-2", {
      method: "OPTIONS",
      headers: { origin: "https://evil.example", "access-control-request-method": "DELETE" },
    });
    expect(preflight.headers.get("access-control-allow-origin")).toBeNull();
    expect(preflight.status).toBe(403);
  });
});
