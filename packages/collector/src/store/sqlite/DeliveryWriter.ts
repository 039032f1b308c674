import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { AppendResult, Delivery, Tally } from "../EventRecord.ts";
import { bucketOf } from "../../time/calendar.ts";
import type { SqliteErasures } from "./SqliteErasures.ts";
import type { DeliveryTable } from "./events/DeliveryTable.ts";
import type { RollUps } from "./rollups/RollUps.ts";

/** Writes deliveries into the tables, within the caller's transaction. */
export class DeliveryWriter {
  readonly #deliveries: DeliveryTable;
  readonly #rollUps: RollUps;
  readonly #erasures: Pick<SqliteErasures, "has">;
  readonly #addTally: StatementSync;

  constructor(
    database: DatabaseSync,
    parts: {
      readonly deliveries: DeliveryTable;
      readonly rollUps: RollUps;
      readonly erasures: Pick<SqliteErasures, "has">;
    },
  ) {
    this.#deliveries = parts.deliveries;
    this.#rollUps = parts.rollUps;
    this.#erasures = parts.erasures;
    this.#addTally = database.prepare(
      `INSERT INTO tally (day, kind, reason, count) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET count = count + excluded.count`,
    );
  }

  write(delivery: Delivery): AppendResult {
    const { receivedAt, events } = delivery;
    if (this.#erasures.has(delivery.anonymizedUserId)) {
      this.#tally(receivedAt, { kind: "rejected", reason: "erased-user", count: events.length });
      return { accepted: 0, duplicates: events.length };
    }
    const accepted = events.length === 0 ? 0 : this.#writeEvents(delivery);
    const duplicates = events.length - accepted;
    this.#tally(receivedAt, { kind: "duplicate", reason: "sent-again", count: duplicates });
    // A batch that brought nothing new is a repetition: what it counts has been counted.
    const isRepetition = duplicates > 0 && accepted === 0;
    if (!isRepetition) for (const tally of delivery.tallies) this.#tally(receivedAt, tally);
    return { accepted, duplicates };
  }

  #writeEvents(delivery: Delivery): number {
    const { person, events, facets } = this.#deliveries.insert(delivery, delivery.events);
    for (const [index, event] of events.entries()) {
      this.#rollUps.add(event, person, facets[index] ?? 0);
      if (event.arguments !== undefined) this.#deliveries.noteArguments(event);
      if (event.clock !== "kept") {
        this.#tally(delivery.receivedAt, { kind: "clock", reason: event.clock, count: 1 });
      }
    }
    return events.length;
  }

  /** Counts something that is no event, on the day it was received. */
  #tally(receivedAt: number, { kind, reason, count }: Tally): void {
    if (count > 0) this.#addTally.run(bucketOf("day", receivedAt), kind, reason, count);
  }
}
