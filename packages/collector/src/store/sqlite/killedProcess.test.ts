import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, it } from "vitest";
import { testBatch, testEvent, testEventId } from "../../testing/batches.ts";
import { startCollectorProcess } from "../../testing/startProcess.ts";

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
  const database = new DatabaseSync(join(folder, "events.db"));
  const count = (sql: string) => Number(database.prepare(sql).get()?.["count"]);
  const stored = database.prepare("SELECT lower(hex(event_id)) AS id FROM event").all();
  const ids = new Set(stored.map(({ id }) => String(id)));
  const lost = [...acknowledged].filter((id) => !ids.has(id.replaceAll("-", "")));

  expect(acknowledged.size).toBeGreaterThan(rounds * 20 * eventsPerBatch * 0.9);
  expect(lost).toEqual([]);
  expect(ids.size).toBe(stored.length);
  expect(count("SELECT SUM(executions) AS count FROM day_count")).toBe(stored.length);
  expect(database.prepare("PRAGMA integrity_check").get()).toEqual({ integrity_check: "ok" });
  database.close();
  rmSync(folder, { recursive: true });
}, 60_000);

function postJson(url: string, body: string): Promise<Response> {
  const headers = { "content-type": "application/json" };
  return fetch(`${url}/.api/action-events`, { method: "POST", headers, body });
}
