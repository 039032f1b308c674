import type { DatabaseSync } from "node:sqlite";
import type { AppendResult, Delivery } from "../EventRecord.ts";
import { EventTable } from "./EventTable.ts";
import { RollUp } from "./RollUp.ts";
import type { SqliteErasures } from "./SqliteErasures.ts";
import { transact } from "./transact.ts";

/** Writes deliveries, a group of them in one transaction. */
export class SqliteWriter {
  readonly #database: DatabaseSync;
  readonly #events: EventTable;
  readonly #rollUp: RollUp;
  readonly #erasures: Pick<SqliteErasures, "has">;

  constructor(database: DatabaseSync, erasures: Pick<SqliteErasures, "has">) {
    this.#database = database;
    this.#erasures = erasures;
    this.#events = new EventTable(database);
    this.#rollUp = new RollUp(database);
  }

  /** Commits all deliveries or throws and leaves the database as it was. */
  write(deliveries: readonly Delivery[]): readonly AppendResult[] {
    try {
      return transact(this.#database, () => {
        this.#events.begin();
        const results = deliveries.map((delivery) => this.#writeDelivery(delivery));
        this.#rollUp.write();
        return results;
      });
    } catch (error) {
      this.forget();
      throw error;
    }
  }

  #writeDelivery(delivery: Delivery): AppendResult {
    const { receivedAt, events } = delivery;
    if (this.#erasures.has(delivery.anonymizedUserId)) {
      this.#rollUp.addTally(receivedAt, "rejected", "erased-user", events.length);
      return { accepted: 0, duplicates: events.length };
    }
    let accepted = 0;
    for (const event of events) {
      const added = this.#events.insert(event, delivery);
      if (added === undefined) continue;
      accepted += 1;
      if (event.of === undefined) this.#rollUp.addExecution(event, added);
      else this.#rollUp.addCompletion(event, added);
      if (event.clock !== "kept") this.#rollUp.addTally(receivedAt, "clock", event.clock, 1);
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

  /** Forgets what it remembers of the database: after a rollback, or an erasure, it may hold rows that are not there. */
  forget(): void {
    this.#events.forget();
    this.#rollUp.forget();
  }
}
