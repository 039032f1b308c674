import { bucketOf } from "../../time/calendar.ts";
import type { AppendResult } from "../EventRecord.ts";
import { bigintArray, integerArray, textArray } from "./binaryArrays.ts";
import type { EventReferences } from "./EventReferences.ts";
import { joinEvents } from "./joinEvents.ts";
import type { PackedEvents } from "./PackedEvents.ts";
import type { Parcel } from "./Parcel.ts";

interface Member {
  readonly parcel: Parcel;
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

/** Deliveries that are stored together. */
export class DeliveryGroup {
  readonly #packed: PackedEvents[] = [];
  readonly #members: Member[] = [];
  readonly #tallies: DeliveredTally[] = [];
  #size = 0;
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

  /** The parameters of `append_events`, except the first two. */
  encode(): readonly unknown[] {
    return [
      ...joinEvents(this.#packed),
      integerArray(this.#members.map(({ start }) => start)),
      integerArray(this.#members.map(({ size }) => size)),
      integerArray(this.#members.map(({ parcel }) => bucketOf("day", parcel.delivery.receivedAt))),
      integerArray(this.#tallies.map(({ delivery }) => delivery)),
      textArray(this.#tallies.map(({ kind }) => kind)),
      textArray(this.#tallies.map(({ reason }) => reason)),
      bigintArray(this.#tallies.map(({ count }) => count)),
    ];
  }

  /** @param accepted - The places of the events that were new, or null if all were. */
  results(accepted: readonly number[] | null): readonly AppendResult[] {
    const isAccepted = new Set(accepted);
    return this.#members.map(({ parcel, start, size }) => {
      let count = size;
      if (accepted !== null) {
        count = 0;
        for (let place = start; place < start + size; place += 1) {
          if (isAccepted.has(place)) count += 1;
        }
      }
      return { accepted: count, duplicates: parcel.events.length - count };
    });
  }

  #add(parcel: Parcel, references: EventReferences): void {
    const packed = parcel.pack(references);
    if (packed === undefined) {
      this.#isWhole = false;
      return;
    }
    this.#packed.push(packed);
    this.#members.push({ parcel, start: this.#size + 1, size: packed.length });
    this.#size += packed.length;
    const place = this.#members.length;
    for (const tally of parcel.delivery.tallies) this.#tallies.push({ ...tally, delivery: place });
  }

  #refuse(parcel: Parcel): void {
    this.#members.push({ parcel, start: this.#size + 1, size: 0 });
    const count = parcel.events.length;
    const place = this.#members.length;
    this.#tallies.push({ delivery: place, kind: "rejected", reason: "erased-user", count });
  }
}
