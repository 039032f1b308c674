import { byteAt } from "../bytes/uuid.ts";
import type { EventRecord } from "../EventRecord.ts";
import { encodeFlags } from "../flags.ts";
import type { EventReference } from "./EventReferences.ts";
import { slotOf } from "./slotOf.ts";

/** What every event has, in the order of the parameters of `append_events`. */
const columnNames = [
  "id",
  "slot",
  "person",
  "facet",
  "origin",
  "receivedAt",
  "occurredAt",
  "clientTime",
  "flags",
] as const;

/** One of the columns that every event has. */
export type EventColumn = (typeof columnNames)[number];

/** A type of elements, and how many bytes one takes with its length before it. */
export interface ColumnType {
  readonly oid: number;
  readonly bytes: number;
}

const lengthBytes = 4;
const uuid: ColumnType = { oid: 2950, bytes: lengthBytes + 16 };
const int2: ColumnType = { oid: 21, bytes: lengthBytes + 2 };
const int4: ColumnType = { oid: 23, bytes: lengthBytes + 4 };
const int8: ColumnType = { oid: 20, bytes: lengthBytes + 8 };

/** The columns, in order. */
export const eventColumns: Readonly<Record<EventColumn, ColumnType>> = {
  id: uuid,
  slot: int2,
  person: int4,
  facet: int4,
  origin: int4,
  receivedAt: int8,
  occurredAt: int8,
  clientTime: int8,
  flags: int2,
};

const bytesAnEvent = columnNames.reduce((sum, name) => sum + eventColumns[name].bytes, 0);

/** Where in the text of a UUID each of its bytes begins. */
const uuidPositions = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34] as const;

const two32 = 2 ** 32;

/** An event that has more than the columns of all. */
interface Detail {
  /** The place of the event, from 0. */
  readonly index: number;
  readonly event: EventRecord;
}

/**
 * Events as the database takes them, column after column in one piece of memory: made when they arrive, so that what they
 * came in need not live until they are stored.
 */
export class PackedEvents {
  readonly #bytes: Buffer;
  /** Where each column begins. */
  readonly #starts: Readonly<Record<EventColumn, number>>;
  readonly #details: Detail[] = [];
  #length = 0;

  /** @param size - How many events will be added, neither more nor fewer. */
  constructor(size: number) {
    this.#bytes = Buffer.allocUnsafe(size * bytesAnEvent);
    const starts: Partial<Record<EventColumn, number>> = {};
    let start = 0;
    for (const name of columnNames) {
      starts[name] = start;
      start += size * eventColumns[name].bytes;
    }
    this.#starts = starts as Record<EventColumn, number>;
  }

  get length(): number {
    return this.#length;
  }

  /** The few events that have more than the others. */
  get details(): readonly Detail[] {
    return this.#details;
  }

  add(event: EventRecord, receivedAt: number, { person, facet, origin }: EventReference): void {
    const index = this.#length;
    const starts = this.#starts;
    this.#writeId(starts.id + index * uuid.bytes, event.id);
    this.#writeInt2(starts.slot + index * int2.bytes, slotOf(event.id));
    this.#writeInt4(starts.person + index * int4.bytes, person);
    this.#writeInt4(starts.facet + index * int4.bytes, facet);
    this.#writeInt4(starts.origin + index * int4.bytes, origin);
    this.#writeInt8(starts.receivedAt + index * int8.bytes, receivedAt);
    this.#writeInt8(starts.occurredAt + index * int8.bytes, event.occurredAt);
    this.#writeInt8(starts.clientTime + index * int8.bytes, event.clientTime);
    this.#writeInt2(starts.flags + index * int2.bytes, encodeFlags(event));
    if (
      event.of !== undefined ||
      event.arguments !== undefined ||
      event.outcome !== undefined ||
      event.durationMs !== undefined
    ) {
      this.#details.push({ index, event });
    }
    this.#length += 1;
  }

  /** Says that all events are of another person. */
  setPerson(person: number): void {
    for (let index = 0; index < this.#length; index += 1) {
      this.#writeInt4(this.#starts.person + index * int4.bytes, person);
    }
  }

  /** The elements of a column, each with its length before it. */
  column(name: EventColumn): Buffer {
    const start = this.#starts[name];
    return this.#bytes.subarray(start, start + this.#length * eventColumns[name].bytes);
  }

  /** An element of a column of numbers of 32 bits. */
  numberAt(name: "person" | "facet", index: number): number {
    return this.#bytes.readInt32BE(this.#starts[name] + index * int4.bytes + lengthBytes);
  }

  /** The bytes of an ID, each as a character. */
  idAt(index: number): string {
    const start = this.#starts.id + index * uuid.bytes + lengthBytes;
    return this.#bytes.toString("latin1", start, start + uuid.bytes - lengthBytes);
  }

  #writeId(start: number, id: string): void {
    let offset = this.#bytes.writeInt32BE(uuid.bytes - lengthBytes, start);
    for (const position of uuidPositions) this.#bytes[offset++] = byteAt(id, position);
  }

  #writeInt2(start: number, value: number): void {
    this.#bytes.writeInt16BE(value, this.#bytes.writeInt32BE(int2.bytes - lengthBytes, start));
  }

  #writeInt4(start: number, value: number): void {
    this.#bytes.writeInt32BE(value, this.#bytes.writeInt32BE(int4.bytes - lengthBytes, start));
  }

  #writeInt8(start: number, value: number): void {
    const offset = this.#bytes.writeInt32BE(int8.bytes - lengthBytes, start);
    const low = ((value % two32) + two32) % two32;
    this.#bytes.writeInt32BE((value - low) / two32, offset);
    this.#bytes.writeUInt32BE(low, offset + 4);
  }
}
