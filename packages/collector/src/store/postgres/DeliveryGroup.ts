import { bucketOf } from "../../time/calendar.ts";
import type { AppendResult, Delivery } from "../EventRecord.ts";
import { bigintArray, integerArray, textArray } from "./binaryArrays.ts";
import { EventColumns } from "./EventColumns.ts";
import type { EventReferences } from "./EventReferences.ts";

interface Member {
  readonly delivery: Delivery;
  /** The place of the first event, from 1. */
  readonly start: number;
  /** How many events are to be stored: none of a person who was erased. */
  readonly size: number;
}

interface DeliveredTally {
  /** The place of the delivery, from 1. */
  readonly delivery: number;
  readonly kind: string;
  readonly reason: string;
  readonly count: number;
}

/** Deliveries that are stored together. It can be stored when `references` lacks nothing afterwards. */
export class DeliveryGroup {
  readonly #events = new EventColumns();
  readonly #members: Member[] = [];
  readonly #tallies: DeliveredTally[] = [];

  /** @param isErased - Whether a person was erased. */
  constructor(
    deliveries: readonly Delivery[],
    references: EventReferences,
    isErased: (anonymizedUserId: string) => boolean,
  ) {
    for (const delivery of deliveries) {
      if (isErased(delivery.anonymizedUserId)) this.#refuse(delivery);
      else this.#add(delivery, references);
    }
  }

  /** The parameters of `append_events`, except the first two. */
  encode(): readonly unknown[] {
    return [
      ...this.#events.encode(),
      integerArray(this.#members.map(({ start }) => start)),
      integerArray(this.#members.map(({ size }) => size)),
      integerArray(this.#members.map(({ delivery }) => bucketOf("day", delivery.receivedAt))),
      integerArray(this.#tallies.map(({ delivery }) => delivery)),
      textArray(this.#tallies.map(({ kind }) => kind)),
      textArray(this.#tallies.map(({ reason }) => reason)),
      bigintArray(this.#tallies.map(({ count }) => count)),
    ];
  }

  /** @param accepted - The places of the events that were new, or null if all were. */
  results(accepted: readonly number[] | null): readonly AppendResult[] {
    const isAccepted = new Set(accepted);
    return this.#members.map(({ delivery, start, size }) => {
      let count = size;
      if (accepted !== null) {
        count = 0;
        for (let place = start; place < start + size; place += 1) {
          if (isAccepted.has(place)) count += 1;
        }
      }
      return { accepted: count, duplicates: delivery.events.length - count };
    });
  }

  #add(delivery: Delivery, references: EventReferences): void {
    const start = this.#events.length + 1;
    for (const event of delivery.events) {
      const reference = references.of(event, delivery);
      if (reference !== undefined) this.#events.add(event, delivery.receivedAt, reference);
    }
    this.#members.push({ delivery, start, size: delivery.events.length });
    const place = this.#members.length;
    this.#tallies.push(...delivery.tallies.map((tally) => ({ ...tally, delivery: place })));
  }

  #refuse(delivery: Delivery): void {
    this.#members.push({ delivery, start: this.#events.length + 1, size: 0 });
    const count = delivery.events.length;
    const place = this.#members.length;
    this.#tallies.push({ delivery: place, kind: "rejected", reason: "erased-user", count });
  }
}
