import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import type { EventStore } from "../../src/store/EventStore.ts";
import { openPostgresStore } from "../../src/store/postgres/openPostgresStore.ts";
import { openSqliteStore } from "../../src/store/sqlite/openSqliteStore.ts";
import { type PostgresServer, startPostgres } from "../../src/testing/startPostgres.ts";
import { appendYear } from "../reading/appendYear.ts";

/** What there is in an empty database, too, is none of the events'. */
const allBytes = `SELECT sum(pg_total_relation_size(oid)) AS bytes FROM pg_class
  WHERE relkind IN ('r', 'p') AND relnamespace = current_schema()::regnamespace`;

/**
 * Prints what room events take that came in small deliveries, all in all: right after they came, after the hourly upkeep,
 * and after `VACUUM`. Arguments: how many events (200,000), how many a delivery (1), over how many days (10).
 */
const [events = 200_000, eventsOfDelivery = 1, days = 10] = process.argv.slice(2).map(Number);
const spread = { days, eventsOfDelivery };
process.stdout.write(`${events} events in deliveries of ${eventsOfDelivery}, ${days} days\n`);
await measureSqlite();
await measurePostgres();

async function measureSqlite(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "collector-room-"));
  const path = join(folder, "events.db");
  const bytes = () =>
    readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  await fill("SQLite", openSqliteStore(path), bytes);
  print("SQLite, closed", bytes());
  rmSync(folder, { recursive: true });
}

async function measurePostgres(): Promise<void> {
  const server = await startPostgres();
  const bytes = async () => Number((await server.query(allBytes))[0]?.["bytes"]);
  await fill("PostgreSQL", await openPostgresStore(server.url), bytes);
  await server.query("VACUUM");
  print("PostgreSQL, after VACUUM", await bytes());
  await printTables(server);
  await server.remove();
}

async function fill(
  name: string,
  store: EventStore,
  bytes: () => number | Promise<number>,
): Promise<void> {
  const start = performance.now();
  await appendYear(store, events, Date.now(), spread);
  const stored = performance.now();
  print(`${name}, right after`, await bytes());
  await store.prune(0);
  const kept = performance.now();
  print(`${name}, after upkeep`, await bytes());
  await store.close();
  const rate = events / ((stored - start) / 1000);
  process.stdout.write(
    `${name}: ${rate.toFixed(0)} events/s, upkeep ${(kept - stored).toFixed(0)} ms\n`,
  );
}

function print(what: string, bytes: number): void {
  process.stdout.write(`${what}: ${(bytes / events).toFixed(1)} bytes an event\n`);
}

async function printTables(server: PostgresServer): Promise<void> {
  const rows = await server.query(
    `SELECT regexp_replace(relname, '_(\\d+|undated)$', '') AS name, sum(pg_table_size(oid))::float AS heap,
            sum(pg_indexes_size(oid))::float AS indexes
     FROM pg_class WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace
     GROUP BY 1 ORDER BY 2 DESC LIMIT 6`,
  );
  for (const { name, heap, indexes } of rows) {
    print(`  ${String(name)}, rows`, Number(heap));
    print(`  ${String(name)}, indexes`, Number(indexes));
  }
}
