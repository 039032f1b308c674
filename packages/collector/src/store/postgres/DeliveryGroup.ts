import { bucketOf } from "../../time/calendar.ts";
import type { AppendResult } from "../EventRecord.ts";
import { bigintArray, integerArray, textArray } from "./binaryArrays.ts";
import type { EventReferences } from "./EventReferences.ts";
import { GatheredEvents } from "./GatheredEvents.ts";
import type { Parcel } from "./Parcel.ts";

interface Member {
  readonly parcel: Parcel;
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

/** Deliveries that are stored together. */
export class DeliveryGroup {
  readonly #events = new GatheredEvents();
  readonly #members: Member[] = [];
  readonly #tallies: DeliveredTally[] = [];
  #isWhole = true;

  /** @param isErased - Whether a person was erased. */
  constructor(
    parcels: readonly Parcel[],
    references: EventReferences,
    isErased: (anonymizedUserId: string) => boolean,
  ) {
    for (const parcel of parcels) {
      if (isErased(parcel.delivery.anonymizedUserId)) this.#refuse(parcel);
      else this.#add(parcel, references);
    }
  }

  /** Whether it can be stored: else `references` knows what is missing, and is to learn it before another is made. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  get events(): GatheredEvents {
    return this.#events;
  }

  /** The parameters of `append_events` that are not about events. */
  encode(): readonly unknown[] {
    return [
      integerArray(this.#members.map(({ size }) => size)),
      integerArray(this.#members.map(({ parcel }) => bucketOf("day", parcel.delivery.receivedAt))),
      integerArray(this.#tallies.map(({ delivery }) => delivery)),
      textArray(this.#tallies.map(({ kind }) => kind)),
      textArray(this.#tallies.map(({ reason }) => reason)),
      bigintArray(this.#tallies.map(({ count }) => count)),
    ];
  }

  /** What became of each delivery, once the events are stored. */
  results(): readonly AppendResult[] {
    const sizes = this.#events.sizes();
    return this.#members.map(({ parcel }, index) => {
      const accepted = sizes.get(index + 1) ?? 0;
      return { accepted, duplicates: parcel.events.length - accepted };
    });
  }

  #add(parcel: Parcel, references: EventReferences): void {
    const packed = parcel.pack(references);
    if (packed === undefined) {
      this.#isWhole = false;
      return;
    }
    this.#members.push({ parcel, size: packed.length });
    const place = this.#members.length;
    this.#events.add(packed, place);
    for (const tally of parcel.delivery.tallies) this.#tallies.push({ ...tally, delivery: place });
  }

  #refuse(parcel: Parcel): void {
    this.#members.push({ parcel, size: 0 });
    const count = parcel.events.length;
    const place = this.#members.length;
    this.#tallies.push({ delivery: place, kind: "rejected", reason: "erased-user", count });
  }
}
