/**
 * Measures what the administrator reads from ClickHouse over a year of events: `node --conditions=@action-telemetry/source
 * proofs/clickhouse-reading/main.ts [events = 200,000]`. The engine runs behind the tests' own front, which answers one
 * statement at a time. Prints how long answers take to a collector that remembers nothing, again, and when an event has
 * come in between: the shortest of some tries, with the time of the server's processors, which says more where others use
 * the machine too.
 */
import { readFileSync } from "node:fs";
import process from "node:process";
import { Analytics } from "../../src/analytics/Analytics.ts";
import { defaultQuery } from "../../src/query/AnalyticsQuery.ts";
import { ClickHouseConnection } from "../../src/store/clickhouse/ClickHouseConnection.ts";
import { ClickHouseEventStore } from "../../src/store/clickhouse/ClickHouseEventStore.ts";
import { openClickHouseStore } from "../../src/store/clickhouse/openClickHouseStore.ts";
import { parseClickHouseURL } from "../../src/store/clickhouse/parseClickHouseURL.ts";
import { delivery, record } from "../../src/testing/conformance/storeRecords.ts";
import type { EventStore } from "../../src/store/EventStore.ts";
import { startClickHouse } from "../../src/testing/clickhouse/startClickHouse.ts";
import { periodEndingNow } from "../../src/time/calendar.ts";
import { fillYear } from "./fillYear.ts";

const events = Number(process.argv[2] ?? 200_000);
const tries = 5;
const now = Date.now();
const say = (text: string) => process.stdout.write(`${text}\n`);

const server = await startClickHouse();
const url = await server.createDatabase();
const asked = (range: "24h" | "30d" | "90d" | "12m") => ({ ...defaultQuery, range });
type Ask = (store: EventStore, analytics: Analytics) => Promise<unknown>;
const questions: Readonly<Record<string, Ask>> = {
  "users by day, 90 days": (store) =>
    store.series({ kind: "action", period: periodEndingNow("day", 90, now) }),
  "overview, 30 days": (_, analytics) => analytics.overview(asked("30d")),
  "overview, 90 days": (_, analytics) => analytics.overview(asked("90d")),
  "overview, 12 months": (_, analytics) => analytics.overview(asked("12m")),
  "overview, 24 hours": (_, analytics) => analytics.overview(asked("24h")),
  "actions, 30 days": (_, analytics) => analytics.actions(asked("30d")),
  "actions, 12 months": (_, analytics) => analytics.actions(asked("12m")),
};

try {
  const start = performance.now();
  const store = await openClickHouseStore(url);
  await fillYear({ server, database: new URL(url).pathname.slice(1), store }, events, now);
  await store.close();
  say(`${events} events made in ${Math.round((performance.now() - start) / 1000)} s`);
  for (const [name, ask] of Object.entries(questions)) await measure(name, ask);
} finally {
  await server.remove();
}

async function measure(name: string, ask: Ask): Promise<void> {
  const [first, again, later]: [Times[], Times[], Times[]] = [[], [], []];
  for (let round = 0; round < tries; round += 1) {
    const store = await openCold();
    const analytics = new Analytics(store, { now: () => now });
    first.push(await timesOf(() => ask(store, analytics)));
    again.push(await timesOf(() => ask(store, analytics)));
    const event = record(0, { id: crypto.randomUUID(), occurredAt: now, clientTime: now });
    await store.append(delivery([event], { receivedAt: now }));
    later.push(await timesOf(() => ask(store, analytics)));
    await store.close();
  }
  say(`${name}: ${tell(first)} at first, ${tell(again)} again, ${tell(later)} after an event`);
}

/** A collector's store that remembers nothing, and reads nothing ahead. */
async function openCold(): Promise<EventStore> {
  const addresses = parseClickHouseURL(url);
  if (!addresses.ok || addresses.value[0] === undefined) throw new Error("There is no address.");
  const connection = await ClickHouseConnection.create(addresses.value[0]);
  // The client's code is loaded, and the way to the server open.
  await connection.version();
  return new ClickHouseEventStore(connection);
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
