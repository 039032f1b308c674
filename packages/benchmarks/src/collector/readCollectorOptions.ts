import { UsageError } from "../command/UsageError.ts";

/** What a run of the benchmark does. */
export interface CollectorBenchmarkOptions {
  /** How many events are stored for each measurement of speed. */
  readonly events: number;
  /** With how many events dashboards are asked for. */
  readonly sizes: readonly number[];
  /** How often the load over HTTP is repeated; the best counts. */
  readonly repeats: number;
  /** The stores that are measured, by URL, besides SQLite. */
  readonly stores: readonly string[];
  /** Whether the results are written, not only printed. */
  readonly isWhole: boolean;
}

/** How it is called. */
export const usage = `Measures the collector: how fast events are stored, how much room they take, how fast dashboards are.

  npm run bench:collector               one million events; writes results/collector.md and results/collector.svg
  npm run bench:collector -- --long     dashboards at ten million events, too; a quarter of an hour
  npm run bench:collector -- --quick    100,000 events; prints

DATABASE_URL names a store to be measured beside SQLite. Of postgres://user:password@host/database only the server is used:
each measurement makes a database beside it, and drops it. A clickhouse://… is filled itself, so it should be one of its own.
`;

/**
 * Reads a command line.
 *
 * @throws UsageError when it is not one
 */
export function readCollectorOptions(
  commandLine: readonly string[],
  databaseURL: string | undefined,
): CollectorBenchmarkOptions {
  const stores = databaseURL === undefined ? [] : [databaseURL];
  const usual = { events: 1_000_000, sizes: [1_000_000], repeats: 3, stores, isWhole: true };
  const [name, ...others] = commandLine;
  if (name === undefined) return usual;
  if (others.length > 0) throw new UsageError("Give one option at most.");
  if (name === "--long") return { ...usual, sizes: [1_000_000, 10_000_000] };
  if (name === "--quick") {
    return { ...usual, events: 100_000, sizes: [100_000], repeats: 1, isWhole: false };
  }
  throw new UsageError(`There is no option ${name}.`);
}
