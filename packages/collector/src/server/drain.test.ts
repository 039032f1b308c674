import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openSqliteStore } from "../store/sqlite/openSqliteStore.ts";
import { testBatch, testEvent, testEventId } from "../testing/batches.ts";
import { startCollectorProcess } from "../testing/startProcess.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "collector-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

it("ends within ten seconds of SIGTERM under load, and has committed whatever it answered with 200", async () => {
  const collector = await startCollectorProcess({ DATA_DIR: folder, RATE_LIMIT: "0" });
  const acknowledged: number[] = [];
  let next = 0;
  const sendUntilRefused = async () => {
    for (;;) {
      const numbers = Array.from({ length: 10 }, () => (next += 1));
      const body = JSON.stringify(testBatch(numbers.map((n) => testEvent(n))));
      try {
        const answer = await fetch(`${collector.url}/.api/action-events`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body,
        });
        if (answer.status === 200) acknowledged.push(...numbers);
      } catch {
        return;
      }
      if (acknowledged.length > 1000 && !collector.child.killed) collector.child.kill("SIGTERM");
    }
  };
  const clients = Array.from({ length: 16 }, sendUntilRefused);
  await Promise.race(clients);
  const start = performance.now();
  expect(await collector.ended).toBe(0);
  expect(performance.now() - start).toBeLessThan(10_000);
  await Promise.all(clients);
  expect(acknowledged.length).toBeGreaterThan(1000);
  const store = openSqliteStore(join(folder, "events.db"));
  const stored = new Set<string>();
  let after: string | undefined;
  for (;;) {
    const page = await store.scan({ after, limit: 10_000 });
    for (const { id } of page.events) stored.add(id);
    if (page.isLast) break;
    after = page.end;
  }
  await store.close();
  expect(acknowledged.filter((n) => !stored.has(testEventId(n)))).toEqual([]);
});
