import { byteAt } from "../bytes/uuid.ts";
import { bucketOf } from "../../time/calendar.ts";
import type { EventRecord } from "../EventRecord.ts";
import { encodeFlags } from "../flags.ts";
import { type EventRun, continuesRun, startRun } from "./EventRun.ts";
import type { EventReference } from "./EventReferences.ts";

/** What every event has, in the order of the parameters of `append_events`. */
const columnNames = ["id", "facet", "person", "day", "elapsed", "flags"] as const;

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

/** The columns, in order. */
export const eventColumns: Readonly<Record<EventColumn, ColumnType>> = {
  id: uuid,
  facet: int4,
  person: int4,
  day: int4,
  elapsed: int4,
  flags: int2,
};

/** The bit of `flags` that says that an event is a completion, besides those of `encodeFlags`. */
export const completionFlag = 16;

/** What stands for the person where a script made the gesture. */
const nobody = 0;

const bytesAnEvent = columnNames.reduce((sum, name) => sum + eventColumns[name].bytes, 0);

/** Where in the text of a UUID each of its bytes begins. */
const uuidPositions = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34] as const;

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
  readonly #runs: EventRun[] = [];
  #lastId = "";
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

  /** Events that may share a row, in order; together they are all. */
  get runs(): readonly EventRun[] {
    return this.#runs;
  }

  add(event: EventRecord, receivedAt: number, reference: EventReference): void {
    const index = this.#length;
    const starts = this.#starts;
    const flags = encodeFlags(event) | (event.of === undefined ? 0 : completionFlag);
    const run = this.#runFor(event, receivedAt, reference);
    if (run.size > 0 && event.id <= this.#lastId) run.isAscending = false;
    this.#lastId = event.id;
    run.size += 1;
    run.flags |= flags;
    run.lastOccurredAt = Math.max(run.lastOccurredAt, event.occurredAt);
    this.#writeId(starts.id + index * uuid.bytes, event.id);
    this.#writeInt4(starts.facet + index * int4.bytes, reference.facet);
    this.#writeInt4(starts.person + index * int4.bytes, event.trusted ? reference.person : nobody);
    this.#writeInt4(starts.day + index * int4.bytes, bucketOf("day", event.occurredAt));
    this.#writeInt4(starts.elapsed + index * int4.bytes, event.occurredAt - run.occurredAt);
    this.#writeInt2(starts.flags + index * int2.bytes, flags);
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
    for (const run of this.#runs) run.person = person;
    for (let index = 0; index < this.#length; index += 1) {
      if (this.#numberAt("person", index) === nobody) continue;
      this.#writeInt4(this.#starts.person + index * int4.bytes, person);
    }
  }

  /** The elements of a column, each with its length before it. */
  column(name: EventColumn): Buffer {
    const start = this.#starts[name];
    return this.#bytes.subarray(start, start + this.#length * eventColumns[name].bytes);
  }

  facetAt(index: number): number {
    return this.#numberAt("facet", index);
  }

  /** The bytes of an ID, each as a character. */
  idAt(index: number): string {
    const start = this.#starts.id + index * uuid.bytes + lengthBytes;
    return this.#bytes.toString("latin1", start, start + uuid.bytes - lengthBytes);
  }

  #runFor(event: EventRecord, receivedAt: number, reference: EventReference): EventRun {
    const last = this.#runs.at(-1);
    if (last !== undefined && continuesRun(last, event, receivedAt, reference)) return last;
    const run = startRun(this.#length, event, receivedAt, reference);
    this.#runs.push(run);
    return run;
  }

  #numberAt(name: "person" | "facet", index: number): number {
    return this.#bytes.readInt32BE(this.#starts[name] + index * int4.bytes + lengthBytes);
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
}
