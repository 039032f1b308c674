import { openStore } from "@action-telemetry/collector";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { buildCollector } from "./buildCollector.ts";
import { fillStore } from "./fillStore.ts";
import { measureDashboards } from "./measureDashboards.ts";
import { measureFileLimit } from "./measureFileLimit.ts";
import { type HttpResult, measureHttp } from "./measureHttp.ts";
import type { Measure } from "./Measure.ts";
import type { CollectorBenchmarkOptions } from "./readCollectorOptions.ts";
import type { CollectorReport, SizeResult, StoreReport } from "./report/CollectorReport.ts";

const small = 50;
const large = 1000;
const connections = 64;

/** Noon of a Sunday: the history that dashboards are asked about ends then. */
const now = Date.UTC(2026, 10, 22, 12);
const daysInYear = 365;

type Say = (line: string) => void;

/** A kind of store: gives the URL of one, which of a file is a new one. */
interface StoreKind {
  readonly name: string;
  readonly newURL: () => string;
}

/**
 * Measures the limit, then one store after another.
 *
 * @param say - Takes a line about what has just been done.
 */
export async function runCollectorBenchmark(
  options: CollectorBenchmarkOptions,
  say: Say,
): Promise<CollectorReport> {
  const folder = await mkdtemp(join(process.env["DATA_DIR"] ?? tmpdir(), "bench-collector-"));
  let files = 0;
  const kinds: readonly StoreKind[] = [
    { name: "SQLite", newURL: () => pathToFileURL(join(folder, `${(files += 1)}.db`)).href },
    ...options.stores.map((url) => ({
      name: new URL(url).protocol.slice(0, -1),
      newURL: () => url,
    })),
  ];
  try {
    await buildCollector();
    const { events } = options;
    const limit = {
      small: await measureFileLimit(folder, { events, size: small }),
      large: await measureFileLimit(folder, { events, size: large }),
    };
    say(`limit: ${Math.round(limit.small.rate)} and ${Math.round(limit.large.rate)} events/s`);
    const stores: StoreReport[] = [];
    for (const kind of kinds) stores.push(await measureStore(kind, options, say));
    const [processor] = cpus();
    return {
      date: new Date().toISOString().slice(0, 10),
      node: process.versions.node,
      machine: `${cpus().length} × ${processor?.model.trim() ?? "unknown processor"}`,
      events,
      limit,
      stores,
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
    const filled = await fillAndAsk(kind.newURL(), events, index + 1);
    alone ??= filled.measure;
    sizes.push(filled.size);
    say(`${name}: ${events} events, ${Math.round(filled.measure.rate)} events/s`);
  }
  const store = await openStore(kind.newURL());
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
  url: string,
  events: number,
  seed: number,
): Promise<{ readonly measure: Measure; readonly size: SizeResult }> {
  const store = await openStore(url);
  const measure = await fillStore(store, { events, size: small, days: daysInYear, now, seed });
  await store.close();
  // Opened anew: nothing is remembered of what was just written.
  const again = await openStore(url);
  const dashboards = await measureDashboards(again, { now, rounds: 5 });
  await again.close();
  const isFile = url.startsWith("file:");
  const bytes = isFile ? (await stat(new URL(url))).size : undefined;
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
    results.push(await measureHttp({ DATABASE_URL: kind.newURL() }, load));
  }
  const [best] = results.toSorted((a, b) => a.duration - b.duration);
  if (best === undefined) throw new RangeError("There is nothing to be repeated.");
  return best;
}
