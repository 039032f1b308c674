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

/** Visits each key of a row of people. */
export function visitPeopleBlock(
  bytes: Uint8Array,
  visit: (key: number, set: PeopleSet) => void,
): void {
  const reader = new ByteReader(bytes);
  for (let key = 0; !reader.isAtEnd;) {
    key += reader.varint();
    visit(key, reader.raw(reader.varint()));
  }
}

/** Reads a row of people. */
export function decodePeopleBlock(bytes: Uint8Array | undefined): PeopleBlock {
  const block: PeopleBlock = new Map();
  if (bytes !== undefined) visitPeopleBlock(bytes, (key, set) => block.set(key, set));
  return block;
}
