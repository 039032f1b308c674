import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, it } from "vitest";
import { testBatch, testEvent, testEventId } from "../../testing/batches.ts";
import { bucketOf } from "../../time/calendar.ts";
import { startCollectorProcess } from "../../testing/startProcess.ts";
import { openSqliteStore } from "./openSqliteStore.ts";

const rounds = 3;
const eventsPerBatch = 20;

it("loses no acknowledged event and doubles none when it is killed while it stores", async () => {
  const folder = mkdtempSync(join(tmpdir(), "collector-"));
  const acknowledged = new Set<string>();
  let next = 0;
  for (let round = 0; round < rounds; round++) {
    const collector = await startCollectorProcess({ DATA_DIR: folder, RATE_LIMIT: "0" });
    let left = 20 + 15 * round;
    const sendUntilKilled = async () => {
      for (;;) {
        const ids = Array.from({ length: eventsPerBatch }, () => (next += 1));
        const body = JSON.stringify(testBatch(ids.map((n) => testEvent(n))));
        try {
          const answer = await postJson(collector.url, body);
          if (answer.status === 200) for (const n of ids) acknowledged.add(testEventId(n));
          left -= 1;
          if (left === 0) collector.child.kill("SIGKILL");
          // A client that got no answer in time sends the same batch again.
          if (left % 5 === 0) await postJson(collector.url, body);
        } catch {
          return;
        }
      }
    };
    await Promise.all(Array.from({ length: 8 }, sendUntilKilled));
    expect(await collector.ended).toBe("SIGKILL");
  }

  const last = await startCollectorProcess({ DATA_DIR: folder });
  last.child.kill("SIGTERM");
  await last.ended;
  const path = join(folder, "events.db");
  const store = openSqliteStore(path);
  const stored: string[] = [];
  for (let after: string | undefined; ;) {
    const page = await store.scan({ after, limit: 10_000 });
    stored.push(...page.events.map(({ id }) => id));
    after = page.end;
    if (page.isLast) break;
  }
  const day = bucketOf("day", Date.now());
  const period = { unit: "day", first: day - 100, last: day } as const;
  const { executions, users } = await store.totals({ period, kind: "action" });
  await store.close();

  expect(acknowledged.size).toBeGreaterThan(rounds * 20 * eventsPerBatch * 0.9);
  const ids = new Set(stored);
  expect([...acknowledged].filter((id) => !ids.has(id))).toEqual([]);
  expect(ids.size).toBe(stored.length);
  expect([executions, users]).toEqual([stored.length, 1]);
  const database = new DatabaseSync(path, { readOnly: true });
  expect(database.prepare("PRAGMA integrity_check").get()).toEqual({ integrity_check: "ok" });
  database.close();
  rmSync(folder, { recursive: true });
}, 60_000);

function postJson(url: string, body: string): Promise<Response> {
  const headers = { "content-type": "application/json" };
  return fetch(`${url}/.api/action-events`, { method: "POST", headers, body });
}
