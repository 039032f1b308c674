import { openStore } from "@action-telemetry/collector";
import { mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { buildCollector } from "./buildCollector.ts";
import { fillStore } from "./fillStore.ts";
import { measureDashboards } from "./measureDashboards.ts";
import { measureFileLimit } from "./measureFileLimit.ts";
import { type HttpResult, measureHttp } from "./measureHttp.ts";
import type { Measure } from "./Measure.ts";
import type { CollectorBenchmarkOptions } from "./readCollectorOptions.ts";
import type { CollectorReport, SizeResult, StoreReport } from "./report/CollectorReport.ts";
import { sqliteStores } from "./stores/sqliteStores.ts";
import type { StoreKind } from "./stores/StoreKind.ts";
import { storesAt } from "./stores/storesAt.ts";

const small = 50;
const large = 1000;
const connections = 64;

/** Noon of a Sunday: the history that dashboards are asked about ends then. */
const now = Date.UTC(2026, 10, 22, 12);
const daysInYear = 365;

type Say = (line: string) => void;

/**
 * Measures the limit, then one store after another.
 *
 * @param say - Takes a line about what has just been done.
 */
export async function runCollectorBenchmark(
  options: CollectorBenchmarkOptions,
  say: Say,
): Promise<CollectorReport> {
  await buildCollector();
  const { events } = options;
  const limit = await measureLimit(events);
  say(`limit: ${Math.round(limit.small.rate)} and ${Math.round(limit.large.rate)} events/s`);
  const stores: StoreReport[] = [];
  for (const kind of [await sqliteStores(), ...options.stores.map(storesAt)]) {
    try {
      stores.push(await measureStore(kind, options, say));
    } finally {
      await kind.remove();
    }
  }
  const [processor] = cpus();
  return {
    date: new Date().toISOString().slice(0, 10),
    node: process.versions.node,
    machine: `${cpus().length} × ${processor?.model.trim() ?? "unknown processor"}`,
    events,
    limit,
    stores,
  };
}

async function measureLimit(events: number): Promise<CollectorReport["limit"]> {
  const folder = await mkdtemp(join(process.env["DATA_DIR"] ?? tmpdir(), "bench-collector-"));
  try {
    return {
      small: await measureFileLimit(folder, { events, size: small }),
      large: await measureFileLimit(folder, { events, size: large }),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function measureStore(
  kind: StoreKind,
  options: CollectorBenchmarkOptions,
  say: Say,
): Promise<StoreReport> {
  const { name } = kind;
  const sizes: SizeResult[] = [];
  let alone: Measure | undefined;
  for (const [index, events] of options.sizes.entries()) {
    const filled = await fillAndAsk(kind, events, index + 1);
    alone ??= filled.measure;
    sizes.push(filled.size);
    say(`${name}: ${events} events, ${Math.round(filled.measure.rate)} events/s`);
  }
  const store = await openStore(await kind.make());
  const fill = { events: options.events, size: large, days: daysInYear, now, seed: 100 };
  const largeMeasure = await fillStore(store, fill);
  await store.close();
  say(`${name}: ${Math.round(largeMeasure.rate)} events/s in batches of ${large}`);
  const http = await measureBestHttp(kind, options);
  say(`${name}: ${Math.round((http.events / http.duration) * 1000)} events/s over HTTP`);
  if (alone === undefined) throw new RangeError("There is no size to be measured.");
  return { name, alone: { small: alone, large: largeMeasure }, http, sizes };
}

async function fillAndAsk(
  kind: StoreKind,
  events: number,
  seed: number,
): Promise<{ readonly measure: Measure; readonly size: SizeResult }> {
  const url = await kind.make();
  const store = await openStore(url);
  const measure = await fillStore(store, { events, size: small, days: daysInYear, now, seed });
  await store.close();
  // Opened anew: nothing is remembered of what was just written.
  const again = await openStore(url);
  const dashboards = await measureDashboards(again, { now, rounds: 5 });
  await again.close();
  const bytes = await kind.bytesOf(url);
  return {
    measure,
    size: { events, dashboards, bytesPerEvent: bytes === undefined ? undefined : bytes / events },
  };
}

async function measureBestHttp(
  kind: StoreKind,
  options: CollectorBenchmarkOptions,
): Promise<HttpResult> {
  const results: HttpResult[] = [];
  for (let seed = 1; seed <= options.repeats; seed += 1) {
    const load = { connections, size: small, events: options.events, seed };
    results.push(await measureHttp({ DATABASE_URL: await kind.make() }, load));
  }
  const [best] = results.toSorted((a, b) => a.duration - b.duration);
  if (best === undefined) throw new RangeError("There is nothing to be repeated.");
  return best;
}
