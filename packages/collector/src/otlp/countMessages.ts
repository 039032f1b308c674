import type { JsonValue } from "@action-telemetry/event-schema";
import type { DescMessage } from "@bufbuild/protobuf";
import { BinaryReader, WireType } from "@bufbuild/protobuf/wire";
import { logRecord, logsRequest } from "./logsMessages.ts";

/** What a request consists of. */
export interface MessageCount {
  /** Messages of all kinds within each other, records among them. */
  readonly messages: number;
  readonly records: number;
}

/**
 * Counts what a request in protobuf consists of, without reading it: a message may be two bytes, and a thousand times as
 * dear to read.
 *
 * @throws when the bytes are no request.
 */
export function countMessages(body: Uint8Array): MessageCount {
  const reader = new BinaryReader(body);
  let messages = 0;
  let records = 0;
  function walk(outer: DescMessage, end: number): void {
    while (reader.pos < end) {
      const [number, wireType] = reader.tag();
      const inner = messageOf(outer, number);
      if (inner === undefined) {
        reader.skip(wireType, number);
        continue;
      }
      messages += 1;
      if (inner === logRecord) records += 1;
      const length = wireType === WireType.LengthDelimited ? reader.uint32() : Infinity;
      // What reads it would not mind, and find other messages than are counted here.
      if (reader.pos + length > end)
        throw new RangeError("A message is longer than what it is in.");
      walk(inner, reader.pos + length);
    }
  }
  walk(logsRequest, body.length);
  return { messages, records };
}

function messageOf({ fields }: DescMessage, number: number): DescMessage | undefined {
  return fields.find((field) => field.number === number)?.message;
}

/** Counts what a request in JSON consists of: all its objects, and those in lists of records. */
export function countObjects(value: JsonValue): MessageCount {
  let messages = 0;
  let records = 0;
  function walk(inner: JsonValue): void {
    if (typeof inner !== "object" || inner === null) return;
    if (Array.isArray(inner)) return inner.forEach(walk);
    messages += 1;
    for (const [name, part] of Object.entries(inner)) {
      if (isRecords(name) && Array.isArray(part)) records += part.length;
      walk(part);
    }
  }
  walk(value);
  return { messages, records };
}

/** Protobuf's JSON takes the names of fields in both spellings. */
function isRecords(name: string): boolean {
  return name === "logRecords" || name === "log_records";
}
