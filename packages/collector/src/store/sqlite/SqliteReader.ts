import type { DatabaseSync } from "node:sqlite";
import type { Outcome } from "@action-telemetry/event-schema";
import { type Period, daysOf } from "../../time/calendar.ts";
import type { EventKind, Tally } from "../EventRecord.ts";
import type {
  BucketCount,
  CompletionCount,
  Dimension,
  KeyBucketCount,
  KeyCount,
  NameSpan,
  Selection,
  SurfaceCount,
  Totals,
} from "../Selection.ts";
import type { EventPage, EventScan, StoredEvent } from "../StoredEvent.ts";
import type { StoredError } from "../StoredError.ts";
import type { StoredPing } from "../StoredPing.ts";
import type { StoreRow, StoreSize } from "../StoreRow.ts";
import { PeopleBits } from "../rollups/PeopleBits.ts";
import { CountSource, type CountQuery } from "./CountSource.ts";
import { SqliteDumps } from "./SqliteDumps.ts";
import { SqliteErrors } from "./SqliteErrors.ts";
import { SqliteEvents } from "./SqliteEvents.ts";
import { SqlitePings } from "./SqlitePings.ts";
import { countRows } from "./dumpRows.ts";
import { passes } from "./passes.ts";
import { KeyTable } from "./rollups/KeyTable.ts";
import { RollUpReader, lastDay } from "./rollups/RollUpReader.ts";
import { type PackedSeries, packSeries } from "./threads/packSeries.ts";

/** Answers questions. All that is stored must have been merged into the roll-ups before. */
export class SqliteReader {
  readonly #database: DatabaseSync;
  readonly #keys: KeyTable;
  readonly #source: CountSource;
  readonly #events: SqliteEvents;
  readonly #dumps: SqliteDumps;
  readonly #pings: SqlitePings;
  readonly #errors: SqliteErrors;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#keys = new KeyTable(database);
    this.#source = new CountSource(database, this.#keys);
    this.#events = new SqliteEvents(database, this.#keys);
    this.#dumps = new SqliteDumps(database);
    this.#pings = new SqlitePings(database);
    this.#errors = new SqliteErrors(database);
  }

  totals(selection: Selection): Totals {
    let [executions, synthetic] = [0, 0];
    const names = new Set<string>();
    const query: CountQuery = { selection, by: "name", isByBucket: false };
    this.#source.visitCounts(query, (_, name, some, scripts) => {
      executions += some;
      synthetic += scripts;
      if (some > 0) names.add(name);
    });
    const users = new PeopleBits();
    this.#source.visitPeople({ ...query, by: "all" }, (_, __, addTo) => addTo(users));
    return { executions, users: users.count(), names: names.size, synthetic };
  }

  series(selection: Selection): readonly BucketCount[] {
    const query: CountQuery = { selection, by: "all", isByBucket: true };
    const executions = new Map<number, number>();
    this.#source.visitCounts(query, (bucket, _, some) => add(executions, bucket, some));
    const users = new Map<number, PeopleBits>();
    this.#source.visitPeople(query, (bucket, _, addTo) => addTo(bitsAt(users, bucket)));
    return [...executions]
      .filter(([, count]) => count > 0)
      .sort(([a], [b]) => a - b)
      .map(([bucket, count]) => ({
        bucket,
        executions: count,
        users: users.get(bucket)?.count() ?? 0,
      }));
  }

  seriesBy(selection: Selection, dimension: Dimension): readonly KeyBucketCount[] {
    const countsByKey = new Map<string, Map<number, number>>();
    const buckets = new Set<number>();
    this.#source.visitCounts(
      { selection, by: dimension, isByBucket: true },
      (bucket, key, some) => {
        if (some === 0) return;
        const counts = countsByKey.get(key) ?? new Map<number, number>();
        if (counts.size === 0) countsByKey.set(key, counts);
        add(counts, bucket, some);
        buckets.add(bucket);
      },
    );
    const keys = [...countsByKey].sort(([a], [b]) => compare(a, b));
    return [...buckets]
      .sort((a, b) => a - b)
      .flatMap((bucket) =>
        keys.flatMap(([key, counts]) => {
          const executions = counts.get(bucket);
          return executions === undefined ? [] : { bucket, key, executions };
        }),
      );
  }

  /** For another thread. */
  packedSeriesBy(selection: Selection, dimension: Dimension): PackedSeries {
    return packSeries(this.seriesBy(selection, dimension));
  }

  breakdown(selection: Selection, dimension: Dimension): readonly KeyCount[] {
    const query: CountQuery = { selection, by: dimension, isByBucket: false };
    const executions = new Map<string, number>();
    this.#source.visitCounts(query, (_, key, some) => add(executions, key, some));
    const users = new Map<string, PeopleBits>();
    this.#source.visitPeople(query, (_, key, addTo) => addTo(bitsAt(users, key)));
    return positive(executions)
      .map(([key, count]) => ({ key, executions: count, users: users.get(key)?.count() ?? 0 }))
      .sort((a, b) => b.executions - a.executions || compare(a.key, b.key));
  }

  usersOf(selection: Selection, dimension: Dimension, keys: readonly string[]): number {
    const asked = new Set(keys);
    const users = new PeopleBits();
    this.#source.visitPeople(
      { selection, by: dimension, isByBucket: false },
      (_, key, addTo) => asked.has(key) && addTo(users),
    );
    return users.count();
  }

  surfacesByName(selection: Selection): readonly SurfaceCount[] {
    const counts = new Map<string, number>();
    const query: CountQuery = { selection, by: "nameSurface", isByBucket: false };
    this.#source.visitCounts(query, (_, key, some) => add(counts, key, some));
    return positive(counts)
      .map(([key, executions]) => {
        const [name = "", surface = ""] = key.split("\n");
        return { name, surface, executions };
      })
      .sort(
        (a, b) =>
          compare(a.name, b.name) || b.executions - a.executions || compare(a.surface, b.surface),
      );
  }

  completions(selection: Selection): readonly CompletionCount[] {
    const counts = new Map<string, number>();
    if (selection.period.unit === "hour") {
      for (const { facet, outcome, step = "" } of this.#source.hours(selection.period)
        .completions) {
        const parts = this.#keys.partsOf("facet", facet);
        if (parts.kind !== selection.kind || !passes(parts, selection.filter)) continue;
        add(counts, `${parts.name}\n${outcome}\n${step}`, 1);
      }
    } else {
      const query: CountQuery = { selection, by: "completion", isByBucket: false };
      this.#source.visitCounts(query, (_, key, some) => add(counts, key, some));
    }
    return [...counts].map(([key, count]) => completionOf(key, count)).sort(compareCompletions);
  }

  names(): readonly NameSpan[] {
    const spans = new Map<number, { first: number; last: number }>();
    const rows = this.#database.prepare("SELECT key FROM name_with_arguments").all();
    const withArguments = new Set(rows.map((row) => Number(row["key"])));
    new RollUpReader(this.#database).visitCounts(
      "name",
      { unit: "day", first: 0, last: lastDay - 1 },
      (day, key, executions) => {
        if (executions === 0) return;
        const span = spans.get(key);
        if (span === undefined) spans.set(key, { first: day, last: day });
        else span.last = day;
      },
    );
    return [...spans]
      .map(([key, span]) => {
        const { kind, name = "" } = this.#keys.partsOf("name", key);
        const hasArguments = withArguments.has(key);
        return { name, kind: kind satisfies EventKind, ...span, hasArguments };
      })
      .sort((a, b) => compare(a.name, b.name) || compare(a.kind, b.kind));
  }

  tallies(period: Period): readonly Tally[] {
    const { first, last } = daysOf(period);
    const rows = this.#database
      .prepare(
        `SELECT kind, reason, SUM(count) AS count FROM tally WHERE day BETWEEN ? AND ?
         GROUP BY kind, reason ORDER BY kind, count DESC, reason`,
      )
      .all(first, last);
    return rows.map((row) => ({ ...row })) as unknown as readonly Tally[];
  }

  latest(limit: number): readonly StoredEvent[] {
    return this.#events.latest(limit);
  }

  scan(options: EventScan): EventPage {
    return this.#events.scan(options);
  }

  end(): string {
    return this.#events.end();
  }

  ping(week: number): StoredPing | undefined {
    return this.#pings.find(week);
  }

  errors(limit: number): readonly StoredError[] {
    return this.#errors.latest(limit);
  }

  size(): StoreSize {
    return countRows(this.#database);
  }

  beginDump(): number {
    return this.#dumps.begin();
  }

  nextRows(dump: number): readonly StoreRow[] {
    return this.#dumps.next(dump);
  }

  endDump(dump: number): void {
    this.#dumps.end(dump);
  }

  close(): void {
    if (this.#database.isOpen) this.#database.close();
  }
}

function add<Key>(counts: Map<Key, number>, key: Key, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}

function bitsAt<Key>(people: Map<Key, PeopleBits>, key: Key): PeopleBits {
  const known = people.get(key);
  if (known !== undefined) return known;
  const bits = new PeopleBits();
  people.set(key, bits);
  return bits;
}

function positive(counts: ReadonlyMap<string, number>): [string, number][] {
  return [...counts].filter(([, count]) => count > 0);
}

/** As databases compare, whatever the language. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function completionOf(key: string, count: number): CompletionCount {
  const [name = "", outcome = "", step = ""] = key.split("\n");
  return {
    name,
    outcome: outcome as Outcome,
    ...(step !== "" && { step: Number(step) }),
    count,
  };
}

function compareCompletions(a: CompletionCount, b: CompletionCount): number {
  return (
    compare(a.name, b.name) || compare(a.outcome, b.outcome) || (a.step ?? -1) - (b.step ?? -1)
  );
}
