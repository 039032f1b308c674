import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Collector, createCollector } from "../collector/createCollector.ts";
import { operations } from "../openapi/createOpenApiRoutes.ts";
import type { EventStore } from "../store/EventStore.ts";
import { openSqliteStore } from "../store/sqlite/openSqliteStore.ts";
import { testBatch, testEvent, testEventId, testNow } from "../testing/batches.ts";
import { otherPayloads, sqlPayloads } from "./payloads.ts";

const payloads = [...sqlPayloads, ...otherPayloads];
const clock = { now: () => testNow };
let folder: string;
let store: EventStore;
let collector: Collector;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "collector-"));
  store = openSqliteStore(join(folder, "events.db"));
  collector = createCollector({ store, clock });
  await post("/.api/action-events", testBatch([testEvent(1), testEvent(2)]));
});
afterEach(async () => {
  await collector.close();
  await store.close();
  rmSync(folder, { recursive: true });
});

/** Everything that a statement could have changed. */
function schema(): unknown {
  const database = new DatabaseSync(join(folder, "events.db"), { readOnly: true });
  const rows = database.prepare("SELECT type, name, sql FROM sqlite_master ORDER BY name").all();
  database.close();
  return rows;
}

const post = (path: string, body: unknown) =>
  collector.app.request(`http://localhost${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

/** Every text of a value, replaced by another, one at a time. */
function* mutate(value: unknown, payload: string): Generator<unknown> {
  if (typeof value === "string") yield payload;
  if (typeof value !== "object" || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    for (const changed of mutate(item, payload)) {
      yield Array.isArray(value)
        ? value.map((old: unknown, at) => (String(at) === key ? changed : old))
        : { ...value, [key]: changed };
    }
  }
}

const event = testEvent(3, {
  surface: "palette",
  trigger: "keyboard",
  arguments: { text: "a" },
  of: testEventId(1),
  outcome: "succeeded",
});
const attribute = (key: string, stringValue: string) => ({ key, value: { stringValue } });
const bodies: Readonly<Record<string, unknown>> = {
  "/.api/action-events": testBatch([event]),
  "/v1/logs": {
    resourceLogs: [
      {
        resource: {
          attributes: [
            attribute("app.installation.id", "user-1"),
            attribute("service.name", "editor"),
            attribute("service.version", "1"),
          ],
        },
        scopeLogs: [
          {
            scope: { name: "actions" },
            logRecords: [
              {
                eventName: "a.run",
                timeUnixNano: "1",
                attributes: [
                  attribute("action_telemetry.surface", "palette"),
                  attribute("log.record.uid", testEventId(4)),
                ],
              },
            ],
          },
        ],
      },
    ],
  },
  "/.api/graphql": {
    query: "mutation E($events: [Event!]) { logEvents(events: $events) { alwaysNil } }",
    operationName: "E",
    variables: {
      events: [
        { event: "a", userCookieID: "u", url: "https://a.example", source: "WEB", argument: "{}" },
      ],
    },
  },
};

describe("Hundreds of statements, scripts, formulas and paths", () => {
  it("are there", () => {
    expect(new Set(sqlPayloads).size).toBeGreaterThanOrEqual(300);
  });

  it("would do something where texts are joined (control)", () => {
    const done = sqlPayloads.filter((payload) => {
      if (!/DROP TABLE|DELETE|UPDATE/u.test(payload)) return false;
      const database = new DatabaseSync(":memory:");
      database.exec("CREATE TABLE event (name); CREATE TABLE day_count (executions)");
      database.exec("INSERT INTO event VALUES ('a'); INSERT INTO day_count VALUES (1)");
      const sum = "SELECT (SELECT count(*) FROM event) + (SELECT executions FROM day_count) AS sum";
      try {
        database.exec(`SELECT name FROM event WHERE name = '${payload}'`);
      } catch {
        // What comes before the mistake has been done.
      }
      try {
        return database.prepare(sum).get()?.["sum"] !== 2;
      } catch {
        return true;
      } finally {
        database.close();
      }
    });
    expect(done.length).toBeGreaterThan(5);
  });

  it.each(Object.keys(bodies))(
    "do nothing in any field of %s: they are stored as text, or refused",
    async (path) => {
      const before = schema();
      const names = new Set<string>();
      for (const payload of payloads) {
        const sent = Array.from(mutate(bodies[path], payload), async (body) => {
          const answer = await post(path, body);
          if (answer.status >= 500) throw new Error(`${answer.status} for ${JSON.stringify(body)}`);
        });
        await Promise.all(sent);
      }
      expect(schema()).toEqual(before);
      for (const { name } of await store.names()) names.add(name);
      // What came first is still there, and counted once.
      expect(names).toContain("git.blame.toggle");
      const { events } = await store.scan({ limit: 2 });
      expect(events.map(({ id }) => id)).toEqual([testEventId(1), testEventId(2)]);
      for (const name of names) expect(name).toMatch(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,127}$/);
    },
  );

  it("do nothing in any parameter of any address: it is read by a list, or refused by name", async () => {
    const before = schema();
    const asked = operations.filter(
      ({ method, path }) => method === "get" && !path.endsWith("/live"),
    );
    expect(asked.length).toBeGreaterThan(10);
    let turn = 0;
    for (const { path, parameters = {}, pathParameters = {} } of asked) {
      const places = [
        ...Object.keys(pathParameters).map(
          (name) => (text: string) => path.replace(`{${name}}`, text),
        ),
        ...[...Object.keys(parameters), "timezone", "sort", "order", "interval"].map(
          (name) => (text: string) => `${path.replace(/\{\w+\}/g, "a")}?${name}=${text}`,
        ),
      ];
      for (const place of places) {
        turn += 1;
        // At each place another seventh, so that all have their turn.
        const some = payloads.filter((_, n) => (n + turn) % 7 === 0 || n >= sqlPayloads.length);
        for (const payload of some) {
          const address = place(encodeURIComponent(payload.replaceAll(/[\uD800-\uDFFF]/g, "x")));
          const answer = await collector.app.request(`http://localhost${address}`);
          const text = await answer.text();
          if (answer.status >= 500) throw new Error(`${answer.status} for ${address}: ${text}`);
          expect(text).not.toMatch(/SQLITE_|syntax error|no such (column|table)|node:internal/);
        }
      }
    }
    expect(schema()).toEqual(before);
    expect(await store.latest(200)).toHaveLength(2);
  });
});
