import { AppendQueue } from "../AppendQueue.ts";
import type { Delivery } from "../EventRecord.ts";
import type { EventStore } from "../EventStore.ts";
import { StoreOfParts } from "../StoreOfParts.ts";
import type { StoreRow } from "../StoreRow.ts";
import { ClickHouseClaims } from "./ClickHouseClaims.ts";
import type { ClickHouseConnection } from "./ClickHouseConnection.ts";
import { ClickHouseErasures } from "./ClickHouseErasures.ts";
import { ClickHouseEvents } from "./ClickHouseEvents.ts";
import { ClickHouseLoader } from "./ClickHouseLoader.ts";
import { ClickHouseNotes } from "./ClickHouseNotes.ts";
import { ClickHouseReader } from "./ClickHouseReader.ts";
import { ClickHouseWriter } from "./ClickHouseWriter.ts";
import { digestOf } from "../digestOf.ts";
import { countRows, dumpRows } from "./dumpRows.ts";
import { LogInserter } from "./LogInserter.ts";
import { pruneLog, removeDeleted } from "./pruneLog.ts";
import { RollUp } from "./RollUp.ts";
import type { SummedRow } from "./rollUpRows.ts";

/** The store on one server, or on one shard of several. Its database has been migrated. */
export class ClickHouseEventStore extends StoreOfParts implements EventStore {
  readonly #connection: ClickHouseConnection;
  readonly #writer: ClickHouseWriter;
  readonly #queue: AppendQueue;
  readonly #rollUp: RollUp;
  readonly #reader: ClickHouseReader;
  readonly #events: ClickHouseEvents;
  readonly #notes: ClickHouseNotes;
  readonly #claims: ClickHouseClaims;
  readonly #erasures: ClickHouseErasures;
  readonly #loader: ClickHouseLoader;

  constructor(connection: ClickHouseConnection) {
    const rollUp = new RollUp(connection, () => reader.renew());
    const reader = new ClickHouseReader(connection, { onCrowd: () => rollUp.begin() });
    const events = new ClickHouseEvents(connection);
    const notes = new ClickHouseNotes(connection);
    super({ counts: reader, events, notes });
    const inserter = new LogInserter(connection);
    const writer = new ClickHouseWriter(connection, inserter, (rows) => rollUp.noteAppended(rows));
    const erasures = new ClickHouseErasures(connection, rollUp);
    this.#connection = connection;
    this.#rollUp = rollUp;
    this.#writer = writer;
    this.#queue = new AppendQueue({
      write: (deliveries) => writer.write(deliveries),
      maxGroup: 20_000,
      maxWaiting: 100_000,
    });
    this.#reader = reader;
    this.#events = events;
    this.#notes = notes;
    this.#claims = new ClickHouseClaims(connection);
    this.#erasures = erasures;
    this.#loader = new ClickHouseLoader({ connection, erasures, inserter, notes, rollUp });
  }

  /** Makes the first questions fast, in the background. */
  warm() {
    this.#reader.warm();
  }

  append(delivery: Delivery) {
    return this.#queue.append(delivery);
  }

  claim(task: string, holder: string, now: number, until: number) {
    return this.#claims.take(task, holder, now, until);
  }

  async erase(anonymizedUserId: string) {
    await this.#erasures.note([digestOf(anonymizedUserId)]);
    await this.#writer.settle();
    return this.#erasures.erase(anonymizedUserId);
  }

  async prune(before: number) {
    await this.#erasures.resume();
    await this.#rollUp.countAll();
    const events = await pruneLog(this.#connection, before);
    await this.#notes.trimErrors();
    await removeDeleted(this.#connection);
    this.#reader.renew();
    return events;
  }

  async *dump() {
    await this.#erasures.resume();
    await this.#rollUp.countAll();
    yield* dumpRows({
      connection: this.#connection,
      erasures: this.#erasures,
      events: this.#events,
      notes: this.#notes,
    });
  }

  load(rows: readonly StoreRow[]) {
    return this.#loader.load(rows);
  }

  /** Those of some rows that nothing has been counted of yet. */
  missing(rows: readonly SummedRow[]) {
    return this.#loader.missing(rows);
  }

  async size() {
    await this.#erasures.resume();
    await this.#rollUp.countAll();
    return countRows(this.#connection);
  }

  async check() {
    const [disk] = await this.#connection.rows<{ readonly full: number }>(
      "SELECT count() AS full FROM system.disks WHERE is_read_only OR unreserved_space < 67108864",
    );
    if (disk?.full === 0) return;
    throw new Error(
      "@action-telemetry/collector: ClickHouse cannot write: a disk is read-only or full. Nothing more can be kept. Make room.",
    );
  }

  async close() {
    await this.#queue.drain();
    await this.#rollUp.settle();
    await this.#connection.close();
    await this.#reader.settle();
  }
}
