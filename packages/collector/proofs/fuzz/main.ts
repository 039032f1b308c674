import process from "node:process";
import fc from "fast-check";
import { createCollector } from "../../src/collector/createCollector.ts";
import type { EventStore } from "../../src/store/EventStore.ts";
import { openPostgresStore } from "../../src/store/postgres/openPostgresStore.ts";
import { openSqliteStore } from "../../src/store/sqlite/openSqliteStore.ts";
import { checkFuzzedAnswer } from "../../src/testing/checkFuzzedAnswer.ts";
import { fuzzedRequest } from "../../src/testing/fuzzedRequest.ts";
import { startPostgres } from "../../src/testing/startPostgres.ts";

/** Requests that one store sees: its growth is no part of this. */
const runsPerStore = 50_000;

/**
 * Sends as many fuzzed requests as the first argument says (a million) and prints what they were answered by; the second
 * may be `postgres`, for a server of its own. Fails at the first server error, and prints the seed that finds it again.
 */
const runs = Number(process.argv[2] ?? 1_000_000);
const server = process.argv[3] === "postgres" ? await startPostgres() : undefined;
const countByAnswer = new Map<string, number>();
const start = performance.now();
let most = 0;
for (let done = 0; done < runs; done += runsPerStore) {
  const seed = (Date.now() ^ (done * 2_654_435_761)) | 0;
  await fuzz(seed, Math.min(runsPerStore, runs - done));
  most = Math.max(most, process.memoryUsage.rss());
  process.stderr.write(`${Math.min(runs, done + runsPerStore)} of ${runs}\n`);
}
await server?.remove();
const rows = [...countByAnswer].toSorted(([left], [right]) => (left < right ? -1 : 1));
for (const [answer, count] of rows) process.stdout.write(`${answer}  ${count}\n`);
const seconds = Math.round((performance.now() - start) / 1000);
process.stdout.write(`${runs} requests, ${seconds} s, at most ${Math.round(most / 1e6)} MB\n`);

async function fuzz(seed: number, numRuns: number): Promise<void> {
  const store = await openStore();
  const { app } = createCollector({ store, adminToken: "correct-horse-battery" });
  const property = fc.asyncProperty(fuzzedRequest, async (request) => {
    const { path, headers, body } = request;
    const answer = await app.fetch(
      new Request(`http://localhost${path}`, { method: "POST", headers, body }),
    );
    const key = `${path} ${answer.status}`;
    countByAnswer.set(key, (countByAnswer.get(key) ?? 0) + 1);
    const trouble = await checkFuzzedAnswer(request, answer);
    if (trouble !== undefined) throw new Error(trouble);
  });
  await fc.assert(property, { seed, numRuns });
  await store.prune(0);
  await store.close();
}

async function openStore(): Promise<EventStore> {
  if (server === undefined) return openSqliteStore(":memory:");
  return openPostgresStore(await server.createSchema());
}
