import type { DatabaseSync } from "node:sqlite";
import type { AppendResult, Delivery, Tally } from "../EventRecord.ts";
import type {
  BucketCount,
  Dimension,
  KeyBucketCount,
  KeyCount,
  Selection,
  SurfaceCount,
  Totals,
} from "../Selection.ts";
import type { EventStore } from "../EventStore.ts";
import type { PingAnswer, StoredPing } from "../StoredPing.ts";
import type { StoredError } from "../StoredError.ts";
import type { StoredEvent } from "../StoredEvent.ts";
import type { KeptError } from "../../errors/KeptError.ts";
import type { Period } from "../../time/calendar.ts";
import { SqliteErasures } from "./SqliteErasures.ts";
import { SqliteErrors } from "./SqliteErrors.ts";
import { SqlitePings } from "./SqlitePings.ts";
import { SqliteReader } from "./SqliteReader.ts";
import { SqliteWriter } from "./SqliteWriter.ts";
import { openDatabase } from "./openDatabase.ts";

/** Rows deleted in one transaction, so that deleting never holds up ingestion for long. */
const pruneStep = 5000;

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

  async tallies(period: Period): Promise<readonly Tally[]> {
    return this.#reader.tallies(period);
  }

  async latest(limit: number): Promise<readonly StoredEvent[]> {
    return this.#reader.latest(limit);
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

  /** Relies on rows being stored in the order of receipt: it stops at the first that stays. */
  async prune(before: number): Promise<number> {
    await this.#erasures.resume();
    const step = this.#database.prepare(
      `DELETE FROM event WHERE sequence IN
         (SELECT sequence FROM event ORDER BY sequence LIMIT ${pruneStep}) AND received_at < ?`,
    );
    let deleted = 0;
    for (;;) {
      const changes = Number(step.run(before).changes);
      deleted += changes;
      if (changes < pruneStep) return deleted;
      await new Promise((resolve) => setImmediate(resolve));
    }
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
