import { DatabaseSync } from "node:sqlite";
import type { AppendResult, Delivery, Tally } from "../EventRecord.ts";
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
import type { EventStore } from "../EventStore.ts";
import type { PingAnswer, StoredPing } from "../StoredPing.ts";
import type { StoredError } from "../StoredError.ts";
import type { StoreRow, StoreSize } from "../StoreRow.ts";
import type { EventPage, EventScan, StoredEvent } from "../StoredEvent.ts";
import type { KeptError } from "../../errors/KeptError.ts";
import type { Period } from "../../time/calendar.ts";
import { SqliteClaims } from "./SqliteClaims.ts";
import { SqliteErasures } from "./SqliteErasures.ts";
import { SqliteErrors } from "./SqliteErrors.ts";
import { SqliteEvents } from "./SqliteEvents.ts";
import { SqliteLoader } from "./SqliteLoader.ts";
import { SqlitePings } from "./SqlitePings.ts";
import { SqliteReader } from "./SqliteReader.ts";
import { SqliteWriter } from "./SqliteWriter.ts";
import { countRows, dumpRows } from "./dumpRows.ts";
import { openDatabase } from "./openDatabase.ts";
import { pruneEvents } from "./pruneEvents.ts";

/** Rows that `dump` gives at once. */
const dumpedAtOnce = 1000;

interface Waiting {
  readonly delivery: Delivery;
  readonly resolve: (result: AppendResult) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Opens the embedded store in a file (or `:memory:`), made and migrated if needed. One process
 * writes; others may read.
 *
 * @example
 * const store = openSqliteStore("data/events.db");
 * const { app } = createCollector({ store });
 */
export function openSqliteStore(path: string): EventStore {
  return new SqliteEventStore(openDatabase(path));
}

class SqliteEventStore implements EventStore {
  readonly #database: DatabaseSync;
  readonly #writer: SqliteWriter;
  readonly #reader: SqliteReader;
  readonly #events: SqliteEvents;
  readonly #claims: SqliteClaims;
  readonly #loader: SqliteLoader;
  readonly #pings: SqlitePings;
  readonly #errors: SqliteErrors;
  readonly #erasures: SqliteErasures;
  #waiting: Waiting[] = [];
  #scheduled: Promise<void> | undefined;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#erasures = new SqliteErasures(database);
    this.#writer = new SqliteWriter(database, this.#erasures);
    this.#reader = new SqliteReader(database);
    this.#events = new SqliteEvents(database);
    this.#claims = new SqliteClaims(database);
    this.#loader = new SqliteLoader(database, this.#erasures);
    this.#pings = new SqlitePings(database);
    this.#errors = new SqliteErrors(database);
  }

  /** Deliveries that arrive in the same turn of the event loop share one commit, and so one sync. */
  append(delivery: Delivery): Promise<AppendResult> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ delivery, resolve, reject });
      this.#scheduled ??= new Promise((done) => {
        setImmediate(() => {
          this.#scheduled = undefined;
          this.#commit(this.#waiting.splice(0));
          done();
        });
      });
    });
  }

  async totals(selection: Selection): Promise<Totals> {
    return this.#reader.totals(selection);
  }

  async series(selection: Selection): Promise<readonly BucketCount[]> {
    return this.#reader.series(selection);
  }

  async seriesBy(selection: Selection, dimension: Dimension): Promise<readonly KeyBucketCount[]> {
    return this.#reader.seriesBy(selection, dimension);
  }

  async breakdown(selection: Selection, dimension: Dimension): Promise<readonly KeyCount[]> {
    return this.#reader.breakdown(selection, dimension);
  }

  async usersOf(
    selection: Selection,
    dimension: Dimension,
    keys: readonly string[],
  ): Promise<number> {
    return this.#reader.usersOf(selection, dimension, keys);
  }

  async surfacesByName(selection: Selection): Promise<readonly SurfaceCount[]> {
    return this.#reader.surfacesByName(selection);
  }

  async completions(selection: Selection): Promise<readonly CompletionCount[]> {
    return this.#reader.completions(selection);
  }

  async names(): Promise<readonly NameSpan[]> {
    return this.#reader.names();
  }

  async tallies(period: Period): Promise<readonly Tally[]> {
    return this.#reader.tallies(period);
  }

  async latest(limit: number): Promise<readonly StoredEvent[]> {
    return this.#events.latest(limit);
  }

  async scan(options: EventScan): Promise<EventPage> {
    return this.#events.scan(options);
  }

  async end(): Promise<string> {
    return this.#events.end();
  }

  async ping(week: number): Promise<StoredPing | undefined> {
    return this.#pings.find(week);
  }

  async keepPing(week: number, body: string): Promise<StoredPing> {
    return this.#pings.keep(week, body);
  }

  async notePing(week: number, answer: PingAnswer): Promise<void> {
    this.#pings.note(week, answer);
  }

  async keepError(receivedAt: number, error: KeptError): Promise<void> {
    this.#errors.keep(receivedAt, error);
  }

  async errors(limit: number): Promise<readonly StoredError[]> {
    return this.#errors.latest(limit);
  }

  async erase(anonymizedUserId: string): Promise<number> {
    const deleted = await this.#erasures.erase(anonymizedUserId);
    this.#writer.forget();
    return deleted;
  }

  async prune(before: number): Promise<number> {
    await this.#erasures.resume();
    return pruneEvents(this.#database, before);
  }

  async claim(task: string, holder: string, now: number, until: number): Promise<boolean> {
    return this.#claims.take(task, holder, now, until);
  }

  /** Reads in a connection of its own, as it was at one moment; what lives in memory alone is copied first. */
  async *dump(): AsyncGenerator<readonly StoreRow[]> {
    const path = this.#database.location();
    if (path === null) {
      yield* chunk([...dumpRows(this.#database)], dumpedAtOnce);
      return;
    }
    const database = new DatabaseSync(path, { readOnly: true });
    try {
      database.exec("BEGIN");
      yield* chunk(dumpRows(database), dumpedAtOnce);
    } finally {
      database.close();
    }
  }

  async load(rows: readonly StoreRow[]): Promise<void> {
    this.#loader.load(rows);
    this.#writer.forget();
    await this.#erasures.resume();
  }

  async size(): Promise<StoreSize> {
    return countRows(this.#database);
  }

  async check(): Promise<void> {
    this.#database.exec("BEGIN IMMEDIATE");
    this.#database.exec("ROLLBACK");
  }

  async close(): Promise<void> {
    await this.#scheduled;
    if (!this.#database.isOpen) return;
    this.#database.exec("PRAGMA optimize");
    this.#database.close();
  }

  #commit(group: readonly Waiting[]): void {
    try {
      const results = this.#writer.write(group.map(({ delivery }) => delivery));
      for (const [index, { resolve }] of group.entries()) resolve(resultAt(results, index));
    } catch (error) {
      const [only] = group;
      if (group.length === 1 && only !== undefined) only.reject(error);
      // One bad neighbour must not cost the others their commit.
      else for (const waiting of group) this.#commit([waiting]);
    }
  }
}

function resultAt(results: readonly AppendResult[], index: number): AppendResult {
  return results[index] ?? { accepted: 0, duplicates: 0 };
}

function* chunk<T>(items: Iterable<T>, size: number): Generator<readonly T[]> {
  let rows: T[] = [];
  for (const item of items) {
    rows.push(item);
    if (rows.length < size) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}
