import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as wait } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { testBatch, testEvent } from "../../src/testing/batches.ts";
import { startCollectorProcess } from "../../src/testing/startProcess.ts";
import { attacks } from "./attacks.ts";

/**
 * Measures how long healthy clients wait at rest and during each attack: fifty batches a second, each from an address of
 * its own. The first argument is how long each is measured, in seconds (10). Prints a table of Markdown.
 */
const seconds = Number(process.argv[2] ?? 10);
const perSecond = 50;
const folder = mkdtempSync(join(tmpdir(), "collector-attacks-"));
const collector = await startCollectorProcess({
  DATA_DIR: folder,
  ADMIN_TOKEN: "correct-horse-battery",
  TRUSTED_PROXY: "127.0.0.1",
});
let serial = 1_000_000_000;
try {
  await measure();
  print("attack", "p50, ms", "p99, ms", "p50 / rest", "p99 / rest", "refused");
  print(":--", "--:", "--:", "--:", "--:", "--:");
  for (const name of Object.keys(attacks)) {
    // What else the machine does changes: each attack is compared with the rest just before it.
    const rest = await measure();
    const worker = new Worker(new URL("attacker.ts", import.meta.url), {
      workerData: { name, url: collector.url },
    });
    await wait(1000);
    const { p50, p99, refused } = await measure();
    worker.postMessage("end");
    await Promise.race([once(worker, "exit"), wait(2000)]);
    await worker.terminate();
    await wait(1000);
    const ratios = [p50 / rest.p50, p99 / rest.p99].map((ratio) => ratio.toFixed(1));
    print(name, p50.toFixed(1), p99.toFixed(1), ...ratios, refused);
  }
} finally {
  collector.child.kill("SIGTERM");
  await collector.ended;
  rmSync(folder, { recursive: true });
}

async function measure() {
  const times: number[] = [];
  let refused = 0;
  const send = async (n: number) => {
    const start = performance.now();
    const isStored = await postBatch(n).catch(() => false);
    times.push(performance.now() - start);
    if (!isStored) refused += 1;
  };
  const sent: Promise<void>[] = [];
  for (let n = 0; n < seconds * perSecond; n += 1) {
    sent.push(send(n));
    await wait(1000 / perSecond);
  }
  await Promise.all(sent);
  times.sort((left, right) => left - right);
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99), refused };
}

async function postBatch(n: number): Promise<boolean> {
  const time = new Date().toISOString();
  const events = Array.from({ length: 10 }, () => testEvent((serial += 1), { time }));
  const answer = await fetch(`${collector.url}/.api/action-events`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-forwarded-for": `203.0.113.${n % 50}`,
    },
    body: JSON.stringify(
      testBatch(events, { sentAt: time, anonymizedUserId: `healthy-${n % 50}` }),
    ),
  });
  await answer.arrayBuffer();
  return answer.status === 200;
}

function print(...cells: readonly (string | number)[]): void {
  process.stdout.write(`| ${cells.join(" | ")} |\n`);
}
