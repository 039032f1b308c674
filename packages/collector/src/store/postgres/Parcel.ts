import type { Delivery, EventRecord } from "../EventRecord.ts";
import type { EventReferences } from "./EventReferences.ts";
import { PackedEvents } from "./PackedEvents.ts";

/** A delivery on its way into the database: packed as soon as everything is known that its events refer to. */
export class Parcel {
  /** Everything but the events. */
  readonly delivery: Omit<Delivery, "events">;
  /** How many there are. */
  readonly events: { readonly length: number };
  #records: readonly EventRecord[];
  #packed: PackedEvents | undefined;
  /** The memory of people by which it was packed. */
  #people = -1;

  constructor({ events, ...delivery }: Delivery) {
    this.delivery = delivery;
    this.events = { length: events.length };
    this.#records = events;
  }

  /** The events for the database, or nothing if something is not known that they refer to: it is noted then. */
  pack(references: EventReferences): PackedEvents | undefined {
    if (this.#packed === undefined) this.#packRecords(references);
    if (this.#packed === undefined || this.#people === references.generation) return this.#packed;
    // Somebody was erased since, and people may have other numbers.
    const person = references.personOf(this.delivery.anonymizedUserId);
    if (person === undefined) return undefined;
    this.#packed.setPerson(person);
    this.#people = references.generation;
    return this.#packed;
  }

  #packRecords(references: EventReferences): void {
    const packed = new PackedEvents(this.events.length);
    const referenceOf = references.from(this.delivery);
    for (const event of this.#records) {
      const reference = referenceOf(event);
      if (reference !== undefined) packed.add(event, this.delivery.receivedAt, reference);
    }
    if (packed.length < this.events.length) return;
    this.#packed = packed;
    this.#people = references.generation;
    this.#records = [];
  }
}
