import type { DatabaseSync } from "node:sqlite";
import { type Period, daysOf } from "../../time/calendar.ts";
import type { EventKind, Tally } from "../EventRecord.ts";
import type {
  BucketCount,
  CompletionCount,
  Dimension,
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
import { CountAnswers } from "../rollups/CountAnswers.ts";
import type { PackedSeries } from "../rollups/PackedSeries.ts";
import { compare } from "../rollups/compare.ts";
import { CountSource } from "./CountSource.ts";
import { SqliteDumps } from "./SqliteDumps.ts";
import { SqliteErrors } from "./SqliteErrors.ts";
import { SqliteEvents } from "./SqliteEvents.ts";
import { SqlitePings } from "./SqlitePings.ts";
import { countRows } from "./dumpRows.ts";
import { KeyTable } from "./rollups/KeyTable.ts";
import { RollUpReader, lastDay } from "./rollups/RollUpReader.ts";
import { warmUp } from "./warmUp.ts";

/** Answers questions. All that is stored must have been merged into the roll-ups before. */
export class SqliteReader {
  readonly #database: DatabaseSync;
  readonly #keys: KeyTable;
  readonly #rollUps: RollUpReader;
  readonly #answers: CountAnswers;
  readonly #events: SqliteEvents;
  readonly #dumps: SqliteDumps;
  readonly #pings: SqlitePings;
  readonly #errors: SqliteErrors;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#keys = new KeyTable(database);
    this.#rollUps = new RollUpReader(database);
    this.#answers = new CountAnswers(new CountSource(database, this.#keys));
    this.#events = new SqliteEvents(database, this.#keys);
    this.#dumps = new SqliteDumps(database);
    this.#pings = new SqlitePings(database);
    this.#errors = new SqliteErrors(database);
  }

  /** Makes the first questions fast. */
  warm(): void {
    const day = this.#rollUps.latestDay("all");
    if (day !== undefined) warmUp(this, day);
  }

  totals(selection: Selection): Totals {
    return this.#answers.totals(selection);
  }

  series(selection: Selection): readonly BucketCount[] {
    return this.#answers.series(selection);
  }

  /** For another thread. */
  packedSeriesBy(selection: Selection, dimension: Dimension): PackedSeries {
    return this.#answers.packedSeriesBy(selection, dimension);
  }

  breakdown(selection: Selection, dimension: Dimension): readonly KeyCount[] {
    return this.#answers.breakdown(selection, dimension);
  }

  usersOf(selection: Selection, dimension: Dimension, keys: readonly string[]): number {
    return this.#answers.usersOf(selection, dimension, keys);
  }

  surfacesByName(selection: Selection): readonly SurfaceCount[] {
    return this.#answers.surfacesByName(selection);
  }

  completions(selection: Selection): readonly CompletionCount[] {
    return this.#answers.completions(selection);
  }

  names(): readonly NameSpan[] {
    const spans = new Map<number, { first: number; last: number }>();
    const rows = this.#database.prepare("SELECT key FROM name_with_arguments").all();
    const withArguments = new Set(rows.map((row) => Number(row["key"])));
    this.#rollUps.visitCounts(
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
