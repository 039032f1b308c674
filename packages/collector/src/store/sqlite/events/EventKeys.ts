import type { DatabaseSync, StatementSync } from "node:sqlite";
import { uuidTimeOf, uuidToBytes } from "../../bytes/uuid.ts";
import { type IdColumns, decodeEvents, decodeIds, idAt } from "./decodeEvents.ts";

/** How many deliveries of one person in one slot are looked through before their events are looked up one by one. */
const mostDeliveries = 16;

/** Stands for deliveries whose events are to be looked up one by one. */
const overflow = 0;

/**
 * Knows which events of whom are stored. UUIDs of version 7 begin with their time, so that a person's deliveries are
 * found by slots of 65 seconds (the first 32 bits), one small row for each delivery and not for each event; what is sent
 * again is in the same slot. Who fills a slot has each further event kept by its ID.
 */
export class EventKeys {
  readonly #findDeliveries: StatementSync;
  readonly #addDelivery: StatementSync;
  readonly #removeDelivery: StatementSync;
  readonly #readEvents: StatementSync;
  readonly #findKey: StatementSync;
  readonly #addKey: StatementSync;
  readonly #removeKey: StatementSync;
  readonly #removeOverflow: StatementSync;

  constructor(database: DatabaseSync) {
    this.#findDeliveries = database.prepare(
      "SELECT delivery FROM delivery_slot WHERE person = ? AND slot = ?",
    );
    this.#addDelivery = database.prepare(
      "INSERT INTO delivery_slot (person, slot, delivery) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
    );
    this.#removeDelivery = database.prepare(
      "DELETE FROM delivery_slot WHERE person = ? AND slot = ? AND delivery = ?",
    );
    this.#readEvents = database.prepare("SELECT events FROM delivery WHERE sequence = ?");
    this.#findKey = database.prepare(
      "SELECT delivery FROM listed_event WHERE person = ? AND event_id = ?",
    );
    this.#addKey = database.prepare(
      "INSERT INTO listed_event (person, event_id, delivery) VALUES (?, ?, ?)",
    );
    this.#removeKey = database.prepare(
      "DELETE FROM listed_event WHERE person = ? AND event_id = ?",
    );
    this.#removeOverflow = database.prepare(
      `DELETE FROM delivery_slot WHERE person = ?1 AND delivery = ${overflow}
       AND NOT EXISTS (SELECT 1 FROM listed_event WHERE person = ?1)`,
    );
  }

  /** Takes the IDs that are new for this person, each once, and notes that a delivery is about to hold them. */
  add(person: number, ids: readonly string[], delivery: number): ReadonlySet<string> {
    const added = new Set<string>();
    for (const [slot, some] of Map.groupBy(new Set(ids), slotOf)) {
      const deliveries = this.#deliveriesOf(person, slot);
      const isKnown = knowing(this.#columnsOf(deliveries));
      const isFull = deliveries.length >= mostDeliveries;
      const isNew = (id: string) =>
        !isKnown(id) && !(isFull && this.#deliveryOf(person, id) !== undefined);
      const news = some.filter(isNew);
      if (news.length === 0) continue;
      if (isFull) {
        this.#addDelivery.run(person, slot, overflow);
        for (const id of news) this.#addKey.run(person, uuidToBytes(id), delivery);
      } else {
        this.#addDelivery.run(person, slot, delivery);
      }
      for (const id of news) added.add(id);
    }
    return added;
  }

  /** The facets of those events that are stored. */
  facetsOf(person: number, ids: readonly string[]): ReadonlyMap<string, number> {
    const facets = new Map<string, number>();
    const wanted = new Set(ids);
    const times = new Set(ids.map(uuidTimeOf));
    const deliveries = ids.flatMap((id) => this.#deliveryOf(person, id) ?? []);
    for (const slot of new Set(ids.map(slotOf))) {
      deliveries.push(...this.#deliveriesOf(person, slot));
    }
    for (const delivery of new Set(deliveries)) {
      const events = this.#readEvents.get(delivery)?.["events"];
      if (!(events instanceof Uint8Array)) continue;
      const columns = decodeEvents(events);
      for (const [index, time] of columns.idTimes.entries()) {
        if (!times.has(time)) continue;
        const id = idAt(columns, index);
        if (wanted.has(id)) facets.set(id, columns.facets[index] ?? 0);
      }
    }
    return facets;
  }

  /** Forgets the IDs of a delivery that is deleted. */
  remove(person: number, ids: readonly string[], delivery: number): void {
    for (const [slot, some] of Map.groupBy(ids, slotOf)) {
      const isListed = Number(this.#removeDelivery.run(person, slot, delivery).changes) === 1;
      if (!isListed) for (const id of some) this.#removeKey.run(person, uuidToBytes(id));
    }
    this.#removeOverflow.run(person);
  }

  /** Deliveries in the slot, by number; as if it were full where some are not listed. */
  #deliveriesOf(person: number, slot: number): readonly number[] {
    const rows = this.#findDeliveries.all(person, slot).map((row) => Number(row["delivery"]));
    return rows[0] === overflow
      ? [...rows, ...Array.from({ length: mostDeliveries }, () => overflow)]
      : rows;
  }

  #columnsOf(deliveries: readonly number[]): readonly IdColumns[] {
    return deliveries.flatMap((delivery) => {
      const events = this.#readEvents.get(delivery)?.["events"];
      return events instanceof Uint8Array ? decodeIds(events) : [];
    });
  }

  /** Which delivery holds an event that was kept by its ID. */
  #deliveryOf(person: number, id: string): number | undefined {
    const delivery = this.#findKey.get(person, uuidToBytes(id))?.["delivery"];
    return typeof delivery === "number" ? delivery : undefined;
  }
}

/** The IDs of stored events. */
export function idsIn(events: Uint8Array): readonly string[] {
  return allIds(decodeIds(events));
}

/** Whether an ID is among some: mostly told by its time alone, for the whole of IDs is dear to compare. */
function knowing(columns: readonly IdColumns[]): (id: string) => boolean {
  const times = new Set(columns.flatMap(({ idTimes }) => idTimes));
  let ids: ReadonlySet<string> | undefined;
  return (id) => times.has(uuidTimeOf(id)) && (ids ??= new Set(columns.flatMap(allIds))).has(id);
}

function allIds(columns: IdColumns): readonly string[] {
  return columns.idTimes.map((_, index) => idAt(columns, index));
}

function slotOf(id: string): number {
  return Number.parseInt(id.slice(0, 8), 16);
}
