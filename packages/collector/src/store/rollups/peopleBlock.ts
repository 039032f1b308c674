import { ByteReader } from "../bytes/ByteReader.ts";
import { ByteWriter } from "../bytes/ByteWriter.ts";
import type { PeopleSet } from "./peopleSet.ts";

/** Sets of people by the place of their key in the block. */
export type PeopleBlock = Map<number, PeopleSet>;

const writer = new ByteWriter();

/** Writes a row of people: for each key in order, the distance from the one before, the length of its set, the set. */
export function encodePeopleBlock(block: PeopleBlock): Uint8Array {
  writer.reset();
  let before = 0;
  for (const key of [...block.keys()].sort((a, b) => a - b)) {
    const set = block.get(key);
    if (set === undefined || set.length === 0) continue;
    writer.varint(key - before);
    writer.varint(set.length);
    writer.raw(set);
    before = key;
  }
  return writer.finish();
}

/** Visits each key of a row of people, with where in the row its set is. */
export function visitPeopleBlock(
  bytes: Uint8Array,
  visit: (key: number, start: number, end: number) => void,
): void {
  const reader = new ByteReader(bytes);
  for (let key = 0; !reader.isAtEnd;) {
    key += reader.varint();
    const length = reader.varint();
    const start = reader.position;
    reader.skip(length);
    visit(key, start, start + length);
  }
}

/** Reads a row of people. */
export function decodePeopleBlock(bytes: Uint8Array | undefined): PeopleBlock {
  const block: PeopleBlock = new Map();
  if (bytes === undefined) return block;
  visitPeopleBlock(bytes, (key, start, end) => block.set(key, bytes.subarray(start, end)));
  return block;
}
