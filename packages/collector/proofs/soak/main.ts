import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as wait } from "node:timers/promises";
import { testBatch, testEvent } from "../../src/testing/batches.ts";
import { startPostgres } from "../../src/testing/startPostgres.ts";
import { startCollectorProcess } from "../../src/testing/startProcess.ts";

/**
 * Sends batches for as many minutes as the first argument says (5), a hundred a second, looks at the analytics now and
 * then, and prints what memory the collector takes; the second may be `postgres`, for a server of its own. Fails if it grows
 * by a fifth from the first third to the last.
 */
const minutes = Number(process.argv[2] ?? 5);
const folder = mkdtempSync(join(tmpdir(), "collector-soak-"));
const server = process.argv[3] === "postgres" ? await startPostgres() : undefined;
const collector = await startCollectorProcess({
  ...(server === undefined ? { DATA_DIR: folder } : { DATABASE_URL: server.url }),
  RATE_LIMIT: "0",
});
const megabytes: number[] = [];
let serial = 0;
let accepted = 0;
const end = Date.now() + minutes * 60_000;
try {
  for (let round = 0; Date.now() < end; round += 1) {
    await Promise.all([postBatch(), wait(10)]);
    if (round % 500 === 0) {
      await fetch(`${collector.url}/metrics`).then((answer) => answer.arrayBuffer());
      megabytes.push(residentMegabytes());
      process.stderr.write(`${accepted} events, ${megabytes.at(-1)?.toFixed(0)} MB\n`);
    }
  }
} finally {
  collector.child.kill("SIGTERM");
  await collector.ended;
  await server?.remove();
  rmSync(folder, { recursive: true });
}
const third = Math.ceil(megabytes.length / 3);
const first = mean(megabytes.slice(0, third));
const last = mean(megabytes.slice(-third));
process.stdout.write(
  `${minutes} min, ${accepted} events: ${first.toFixed(0)} MB in the first third, ${last.toFixed(0)} MB in the last, at most ${Math.max(...megabytes).toFixed(0)} MB\n`,
);
process.exitCode = last > first * 1.2 ? 1 : 0;

async function postBatch(): Promise<void> {
  const time = new Date().toISOString();
  const events = Array.from({ length: 20 }, () =>
    testEvent((serial += 1), { time, name: `action.${serial % 300}` }),
  );
  const batch = testBatch(events, { sentAt: time, anonymizedUserId: `user-${serial % 5000}` });
  const answer = await fetch(`${collector.url}/.api/action-events`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(batch),
  });
  accepted += ((await answer.json()) as { readonly accepted: number }).accepted;
}

/** What the system says the process takes. */
function residentMegabytes(): number {
  const status = readFileSync(`/proc/${collector.child.pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);
}
