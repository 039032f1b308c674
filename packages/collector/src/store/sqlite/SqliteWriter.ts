import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { KeptError } from "../KeptError.ts";
import type { AppendResult, Delivery } from "../EventRecord.ts";
import type { PingAnswer, StoredPing } from "../StoredPing.ts";
import type { StoreRow } from "../StoreRow.ts";
import { DeliveryWriter } from "./DeliveryWriter.ts";
import { SqliteClaims } from "./SqliteClaims.ts";
import { SqliteErasures } from "./SqliteErasures.ts";
import { SqliteErrors } from "./SqliteErrors.ts";
import { SqliteLoader } from "./SqliteLoader.ts";
import { SqlitePings } from "./SqlitePings.ts";
import { DeliveryTable } from "./events/DeliveryTable.ts";
import { deleteDeliveries } from "./events/deleteDeliveries.ts";
import { KeyTable } from "./rollups/KeyTable.ts";
import { RollUps } from "./rollups/RollUps.ts";
import { type PackedDelivery, unpackDelivery } from "./threads/packDelivery.ts";
import { isDatabaseTrouble } from "./isDatabaseTrouble.ts";
import { transact } from "./transact.ts";

/** How long counts may wait to be merged while deliveries come in quick succession, in milliseconds. */
const mergeInterval = 2000;

/** How many events may wait: bounds the memory, and how long a merge takes. */
const mostPending = 25_000;

/** What became of one delivery of a group. */
export type WriteOutcome = AppendResult | { readonly trouble: string };

/** The one that writes. Every method is one transaction, or several that can each be the last. */
export class SqliteWriter {
  readonly #database: DatabaseSync;
  readonly #keys: KeyTable;
  readonly #deliveries: DeliveryTable;
  readonly #rollUps: RollUps;
  readonly #erasures: SqliteErasures;
  readonly #writer: DeliveryWriter;
  readonly #loader: SqliteLoader;
  readonly #claims: SqliteClaims;
  readonly #pings: SqlitePings;
  readonly #errors: SqliteErrors;
  readonly #version: StatementSync;
  #knownVersion = -1;
  #mergedAt = -Infinity;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#keys = new KeyTable(database);
    this.#deliveries = new DeliveryTable(database, this.#keys);
    this.#rollUps = new RollUps(database, this.#keys);
    this.#erasures = new SqliteErasures(database);
    const parts = {
      deliveries: this.#deliveries,
      rollUps: this.#rollUps,
      erasures: this.#erasures,
    };
    this.#writer = new DeliveryWriter(database, parts);
    this.#loader = new SqliteLoader(database, parts);
    this.#claims = new SqliteClaims(database);
    this.#pings = new SqlitePings(database);
    this.#errors = new SqliteErrors(database);
    this.#version = database.prepare("PRAGMA data_version");
  }

  /** Commits deliveries together, so that they share one sync; one that cannot be stored fails alone. */
  write(deliveries: readonly Delivery[]): readonly WriteOutcome[] {
    try {
      return this.#transact(() => {
        const results = deliveries.map((delivery) => this.#writer.write(delivery));
        const isDue = performance.now() - this.#mergedAt >= mergeInterval;
        if (isDue || this.#rollUps.pending >= mostPending) this.#merge();
        return results;
      });
    } catch (error) {
      const trouble = error instanceof Error ? error.message : String(error);
      // One bad neighbour must not cost the others their commit; a database in trouble is no neighbour's fault.
      return deliveries.length === 1 || isDatabaseTrouble(error)
        ? deliveries.map(() => ({ trouble }))
        : deliveries.flatMap((delivery) => this.write([delivery]));
    }
  }

  /** Writes what has come from another thread. */
  writePacked(deliveries: readonly PackedDelivery[]): readonly WriteOutcome[] {
    return this.write(deliveries.map(unpackDelivery));
  }

  /** Merges what was counted into the roll-ups, so that a reader finds all that is stored counted. */
  merge(): void {
    if (this.#rollUps.isBehind) this.#transact(() => this.#merge());
  }

  keepPing(week: number, body: string): StoredPing {
    return this.#pings.keep(week, body);
  }

  notePing(week: number, answer: PingAnswer): void {
    this.#pings.note(week, answer);
  }

  keepError(receivedAt: number, error: KeptError): void {
    this.#errors.keep(receivedAt, error);
  }

  claim(task: string, holder: string, now: number, until: number): boolean {
    return this.#claims.take(task, holder, now, until);
  }

  async erase(anonymizedUserId: string): Promise<number> {
    this.merge();
    const deleted = await this.#erasures.erase(anonymizedUserId);
    this.#deliveries.forget();
    return deleted;
  }

  async prune(before: number): Promise<number> {
    this.merge();
    await this.#erasures.resume();
    this.#deliveries.forget();
    return deleteDeliveries(this.#database, { before });
  }

  async load(rows: readonly StoreRow[]): Promise<void> {
    this.merge();
    this.#transact(() => this.#loader.load(rows));
    await this.#erasures.resume();
    this.#deliveries.forget();
  }

  check(): void {
    this.#database.exec("BEGIN IMMEDIATE");
    this.#database.exec("ROLLBACK");
  }

  close(): void {
    if (!this.#database.isOpen) return;
    this.merge();
    this.#database.exec("PRAGMA optimize");
    this.#database.close();
  }

  #merge(): void {
    this.#rollUps.merge();
    this.#mergedAt = performance.now();
  }

  #transact<T>(action: () => T): T {
    try {
      return transact(this.#database, () => {
        this.#learnOfOthers();
        this.#deliveries.begin();
        this.#rollUps.begin();
        return action();
      });
    } catch (error) {
      // What is remembered may not be there.
      this.#keys.forget();
      this.#forget();
      throw error;
    }
  }

  /** Another process may have written since: then what is remembered of the database is out of date. */
  #learnOfOthers(): void {
    const version = Number(this.#version.get()?.["data_version"]);
    if (version !== this.#knownVersion) this.#forget();
    this.#knownVersion = version;
  }

  #forget(): void {
    this.#deliveries.forget();
    this.#rollUps.forget();
    this.#erasures.reload();
  }
}
