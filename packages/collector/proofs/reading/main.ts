/**
 * Measures what the administrator reads over a year of many events: `node --conditions=@action-telemetry/source
 * proofs/reading/main.ts [events = 10,000,000] [folder of a database that is kept]`. Prints how long the page's questions
 * take, and how much memory exports of a million events need; how soon the page can be used measures `npm run bench:page`.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { openSqliteStore } from "../../src/store/sqlite/openSqliteStore.ts";
import { startCollectorProcess } from "../../src/testing/startProcess.ts";
import { appendYear } from "./appendYear.ts";

const events = Number(process.argv[2] ?? 10_000_000);
const kept = process.argv[3];
const folder = kept ?? mkdtempSync(join(tmpdir(), "collector-reading-"));
const say = (text: string) => process.stdout.write(`${text}\n`);

if (!existsSync(join(folder, "events.db"))) {
  const store = openSqliteStore(join(folder, "events.db"));
  const start = performance.now();
  await appendYear(store, events, Date.now());
  await store.close();
  say(`${events} events stored in ${Math.round((performance.now() - start) / 1000)} s`);
}
const started = await startCollectorProcess({ DATA_DIR: folder, RETENTION_DAYS: "400" });
const api = `${started.url}/.api/analytics`;
await measureQuestions();
await measureExports();
started.child.kill();
await started.ended;
if (kept === undefined) rmSync(folder, { recursive: true });

async function measureQuestions(): Promise<void> {
  for (const question of [
    "overview?range=7d",
    "overview?range=30d",
    "overview?range=90d",
    "overview?range=12m",
    "overview?range=12m&unit=week",
    "overview?range=24h",
    "overview?range=30d&surface=palette",
    "actions?range=30d",
    "actions?range=12m",
    "actions/action.0?range=12m",
    "actions/action.250?range=30d",
    "users?range=12m&unit=day",
  ]) {
    const times = [];
    for (let run = 0; run < 5; run += 1) {
      const start = performance.now();
      const answer = await fetch(`${api}/${question}`);
      await answer.arrayBuffer();
      if (answer.status !== 200) throw new Error(`${question}: ${answer.status}`);
      times.push(performance.now() - start);
    }
    const [first = 0, ...rest] = times.map((time) => Math.round(time));
    say(`${question}: ${first} ms at first, then ${Math.min(...rest)} to ${Math.max(...rest)} ms`);
  }
}

async function measureExports(): Promise<void> {
  const { series, buckets } = (await (
    await fetch(`${api}/executions?range=12m&unit=day`)
  ).json()) as { series: { executions: number[] }[]; buckets: string[] };
  // As many days as hold a million executions, from the last one back.
  let days = 0;
  for (let sum = 0; sum < 1_000_000 && days < buckets.length; days += 1) {
    sum += series[0]?.executions.at(-1 - days) ?? 0;
  }
  const range = `from=${buckets.at(-days)}&to=${buckets.at(-1)}`;
  for (const file of ["events.csv", "events.jsonl", "events.parquet"]) {
    say(`${file} of ${days} days: ${await measureExport(`${api}/exports/${file}?${range}`)}`);
  }
}

/** Memory is told by thirds of the bytes: constant memory does not grow from the first to the last. */
async function measureExport(address: string): Promise<string> {
  const samples: { readonly bytes: number; readonly memory: number }[] = [];
  let bytes = 0;
  const start = performance.now();
  const answer = await fetch(address);
  for await (const part of answer.body ?? []) {
    bytes += part.length;
    samples.push({ bytes, memory: memoryOf(started.child.pid) });
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const thirds = [0, 1, 2].map((third) => {
    const within = samples.filter(
      (sample) => Math.floor((3 * (sample.bytes - 1)) / bytes) === third,
    );
    return mega(Math.max(...within.map(({ memory }) => memory)));
  });
  return `${mega(bytes)} in ${seconds} s; memory at most ${thirds.join(", ")} by thirds`;
}

function memoryOf(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/u.exec(status)?.[1]) * 1024;
}

function mega(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}
