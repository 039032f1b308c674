/**
 * Measures what the administrator reads from ClickHouse over a year of events: `node --conditions=@action-telemetry/source
 * proofs/clickhouse-reading/main.ts [events = 200,000]`. The engine runs behind the tests' own front, which answers one
 * statement at a time. Prints how long answers take at first, again, and when an event has come in between: the shortest of
 * some tries, with the time of the server's processors, which says more where others use the machine too.
 */
import { readFileSync } from "node:fs";
import process from "node:process";
import { Analytics } from "../../src/analytics/Analytics.ts";
import { defaultQuery } from "../../src/query/AnalyticsQuery.ts";
import { openClickHouseStore } from "../../src/store/clickhouse/openClickHouseStore.ts";
import { delivery, record } from "../../src/store/conformance/storeRecords.ts";
import { startClickHouse } from "../../src/testing/clickhouse/startClickHouse.ts";
import { periodEndingNow } from "../../src/time/calendar.ts";
import { appendYear } from "../reading/appendYear.ts";

const events = Number(process.argv[2] ?? 200_000);
const tries = 5;
const now = Date.now();
const say = (text: string) => process.stdout.write(`${text}\n`);

const server = await startClickHouse();
const store = await openClickHouseStore(await server.createDatabase());
const analytics = new Analytics(store, { now: () => now });
const ask = (range: "24h" | "30d" | "90d" | "12m") => ({ ...defaultQuery, range });
const questions: Readonly<Record<string, () => Promise<unknown>>> = {
  "users by day, 90 days": () =>
    store.series({ kind: "action", period: periodEndingNow("day", 90, now) }),
  "overview, 30 days": () => analytics.overview(ask("30d")),
  "overview, 90 days": () => analytics.overview(ask("90d")),
  "overview, 12 months": () => analytics.overview(ask("12m")),
  "overview, 24 hours": () => analytics.overview(ask("24h")),
  "actions, 30 days": () => analytics.actions(ask("30d")),
  "actions, 12 months": () => analytics.actions(ask("12m")),
};

try {
  const start = performance.now();
  await appendYear(store, events, now);
  say(`${events} events stored in ${Math.round((performance.now() - start) / 1000)} s`);
  for (const [name, question] of Object.entries(questions)) await measure(name, question);
} finally {
  await store.close();
  await server.remove();
}

async function measure(name: string, question: () => Promise<unknown>): Promise<void> {
  const first = await timesOf(question);
  const again = [];
  const later = [];
  for (let round = 0; round < tries; round += 1) again.push(await timesOf(question));
  for (let round = 0; round < tries; round += 1) {
    const event = record(0, { id: crypto.randomUUID(), occurredAt: now, clientTime: now });
    await store.append(delivery([event], { receivedAt: now }));
    later.push(await timesOf(question));
  }
  say(`${name}: ${tell([first])} at first, ${tell(again)} again, ${tell(later)} after an event`);
}

interface Times {
  readonly wall: number;
  readonly processor: number;
}

async function timesOf(question: () => Promise<unknown>): Promise<Times> {
  const [start, used] = [performance.now(), processorTime()];
  await question();
  return { wall: performance.now() - start, processor: processorTime() - used };
}

function tell(times: readonly Times[]): string {
  const least = (of: keyof Times) => Math.round(Math.min(...times.map((one) => one[of])));
  return `${least("wall")} ms (${least("processor")} of processors)`;
}

/** Of the server so far, in milliseconds. */
function processorTime(): number {
  const fields = readFileSync(`/proc/${server.pid}/stat`, "utf8").split(") ").at(-1)?.split(" ");
  // In ticks of ten milliseconds: user and system.
  return (Number(fields?.[11]) + Number(fields?.[12])) * 10;
}
