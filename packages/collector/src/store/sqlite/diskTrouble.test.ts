import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testBatch, testEvent } from "../../testing/batches.ts";
import { type CollectorProcess, startCollectorProcess } from "../../testing/startProcess.ts";
import { delivery, record } from "../../testing/conformance/storeRecords.ts";
import { DeliveryQueue } from "./DeliveryQueue.ts";

const hasPrlimit = existsSync("/usr/bin/prlimit");

describe("the database in trouble", () => {
  let folder: string;
  let collector: CollectorProcess;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "collector-"));
    collector = await startCollectorProcess({ DATA_DIR: folder, RATE_LIMIT: "0" });
  });
  afterEach(async () => {
    collector.child.kill("SIGTERM");
    await collector.ended;
    rmSync(folder, { recursive: true });
  });

  const send = (first: number, count = 20) => {
    const events = Array.from({ length: count }, (_, n) => testEvent(first + n));
    return fetch(`${collector.url}/.api/action-events`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(testBatch(events)),
    });
  };

  it("says 503 and when to come again while another process holds it, and goes on by itself", async () => {
    expect((await send(0)).status).toBe(200);
    // The collector may still be at what it does after its start.
    const other = new DatabaseSync(join(folder, "events.db"), { timeout: 60_000 });
    other.exec("BEGIN IMMEDIATE");
    const refused = await Promise.all([send(100), send(200), send(300)]);
    expect(refused.map(({ status }) => status)).toEqual([503, 503, 503]);
    expect(Number(refused[0]?.headers.get("retry-after"))).toBeGreaterThan(0);
    other.exec("ROLLBACK");
    other.close();
    expect(await (await send(100)).json()).toMatchObject({ accepted: 20, duplicates: 0 });
  });

  it.skipIf(!hasPrlimit)(
    `says 503 while the disk is full, and goes on by itself${hasPrlimit ? "" : " (skipped: there is no prlimit)"}`,
    async () => {
      expect((await send(0)).status).toBe(200);
      limitFiles(collector, 300_000);
      let next = 1000;
      let answer = await send(next);
      for (; answer.status === 200; next += 500) answer = await send(next, 500);
      expect(answer.status).toBe(503);
      expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
      limitFiles(collector, "unlimited");
      expect(await (await send(next, 500)).json()).toMatchObject({ accepted: 500 });
    },
  );
});

/** Files that are to grow beyond so many bytes cannot, as on a full disk; Node ignores the signal of it. */
function limitFiles({ child }: CollectorProcess, bytes: number | "unlimited"): void {
  execFileSync("/usr/bin/prlimit", [`--pid=${child.pid}`, `--fsize=${bytes}:unlimited`]);
}

describe("a disk that does not get done", () => {
  it("has only so many events wait for it; what comes after is refused at once", async () => {
    const queue = new DeliveryQueue(() => new Promise(() => undefined));
    const many = delivery(Array.from({ length: 500 }, (_, n) => record(n)));
    const outcomes = { refused: 0 };
    const sent = Array.from({ length: 300 }, () =>
      queue.append(many).catch(() => (outcomes.refused += 1)),
    );
    await Promise.race(sent);
    expect(outcomes.refused).toBe(100);
  });
});
