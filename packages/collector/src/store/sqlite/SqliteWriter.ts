import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { AppendResult, Delivery, EventRecord } from "../EventRecord.ts";
import { Dictionary } from "./Dictionary.ts";
import { RollUp } from "./RollUp.ts";
import type { SqliteErasures } from "./SqliteErasures.ts";
import { encodeFlags } from "./flags.ts";

/** Writes deliveries, a group of them in one transaction. */
export class SqliteWriter {
  readonly #database: DatabaseSync;
  readonly #insert: StatementSync;
  readonly #people: Dictionary;
  readonly #origins: Dictionary;
  readonly #facets: Dictionary;
  readonly #rollUp: RollUp;
  readonly #erasures: Pick<SqliteErasures, "has">;

  constructor(database: DatabaseSync, erasures: Pick<SqliteErasures, "has">) {
    this.#database = database;
    this.#erasures = erasures;
    this.#insert = database.prepare(
      `INSERT INTO event (event_id, person, facet, origin, received_at, occurred_at, client_time,
                          flags, arguments, outcome, duration_ms, completes)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    );
    this.#people = new Dictionary(database, "person", ["anonymized_user_id"]);
    this.#origins = new Dictionary(database, "origin", [
      "instance_url",
      "client_name",
      "client_version",
    ]);
    const facet = ["name", "surface", "trigger", "source", "platform", "kind"];
    this.#facets = new Dictionary(database, "facet", facet);
    this.#rollUp = new RollUp(database);
  }

  /** Commits all deliveries or throws and leaves the database as it was. */
  write(deliveries: readonly Delivery[]): readonly AppendResult[] {
    this.#database.exec("BEGIN IMMEDIATE");
    try {
      const results = deliveries.map((delivery) => this.#writeDelivery(delivery));
      this.#rollUp.write();
      this.#database.exec("COMMIT");
      return results;
    } catch (error) {
      this.forget();
      if (this.#database.isTransaction) this.#database.exec("ROLLBACK");
      throw error;
    }
  }

  #writeDelivery(delivery: Delivery): AppendResult {
    const { receivedAt, sourcegraphURL, client, events } = delivery;
    if (this.#erasures.has(delivery.anonymizedUserId)) {
      this.#rollUp.addTally(receivedAt, "rejected", "erased-user", events.length);
      return { accepted: 0, duplicates: events.length };
    }
    let accepted = 0;
    if (events.length > 0) {
      const person = this.#people.idOf([delivery.anonymizedUserId]);
      const origin = this.#origins.idOf([sourcegraphURL, client.name, client.version]);
      for (const event of events) {
        if (this.#writeEvent(event, delivery, person, origin)) accepted += 1;
      }
    }
    const duplicates = events.length - accepted;
    this.#rollUp.addTally(receivedAt, "duplicate", "sent-again", duplicates);
    // A batch that brought nothing new is a repetition: what it counts has been counted.
    const isRepetition = duplicates > 0 && accepted === 0;
    if (!isRepetition) {
      for (const { kind, reason, count } of delivery.tallies) {
        this.#rollUp.addTally(receivedAt, kind, reason, count);
      }
    }
    return { accepted, duplicates };
  }

  #writeEvent(event: EventRecord, delivery: Delivery, person: number, origin: number): boolean {
    const facet = this.#facets.idOf([
      event.name,
      event.surface ?? "",
      event.trigger ?? "",
      delivery.source,
      delivery.platform,
      event.kind,
    ]);
    const { changes } = this.#insert.run(
      uuidToBytes(event.id),
      person,
      facet,
      origin,
      delivery.receivedAt,
      event.occurredAt,
      event.clientTime,
      encodeFlags(event),
      event.arguments ?? null,
      event.outcome ?? null,
      event.durationMs ?? null,
      event.of === undefined ? null : uuidToBytes(event.of),
    );
    if (Number(changes) === 0) return false;
    if (event.of === undefined) {
      this.#rollUp.addExecution(event.occurredAt, facet, person, event.trusted);
    }
    if (event.clock !== "kept") {
      this.#rollUp.addTally(delivery.receivedAt, "clock", event.clock, 1);
    }
    return true;
  }

  /** Forgets what it remembers of the database: after a rollback, or an erasure, it may hold rows that are not there. */
  forget(): void {
    this.#people.forget();
    this.#origins.forget();
    this.#facets.forget();
    this.#rollUp.forget();
  }
}

function uuidToBytes(uuid: string): Uint8Array {
  return Buffer.from(uuid.replaceAll("-", ""), "hex");
}
