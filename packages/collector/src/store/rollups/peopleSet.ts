import { ByteWriter } from "../bytes/ByteWriter.ts";
import type { PeopleBits } from "./PeopleBits.ts";

/**
 * A set of people as bytes: their numbers as differences, or one bit for each number up to the highest where that is not
 * much longer. The first byte says which. An empty set has no bytes. Numbers are from 0 to 65,535.
 */
export type PeopleSet = Uint8Array;

/** How many people, by their numbers, share a set. */
export const peopleInChunk = 65_536;

/** How much longer bits may be than differences: they are united many times as fast. */
const bitsMayTake = 3;

const listTag = 0;
const bitsTag = 1;

/** The empty set. */
export const nobody: PeopleSet = new Uint8Array(0);

const writer = new ByteWriter();

/** Where sets are unpacked while they are united: nothing is made anew for each. */
const unpacked = new Uint16Array(peopleInChunk);
const merged = new Uint16Array(peopleInChunk);

/** The set of these people. @param people In ascending order, none twice. */
export function encodePeople(people: ArrayLike<number>): PeopleSet {
  if (people.length === 0) return nobody;
  const size = bitsSize(people[people.length - 1] ?? 0);
  // Everybody takes a byte of a list at least.
  if (people.length * bitsMayTake >= size) return addBits(new Uint8Array(size), people);
  writer.reset();
  writer.byte(listTag);
  let before = 0;
  for (let index = 0; index < people.length; index += 1) {
    const person = people[index] ?? 0;
    writer.varint(person - before);
    before = person;
  }
  const list = writer.finish();
  return list.length * bitsMayTake < size ? list : addBits(new Uint8Array(size), people);
}

/** The people of a set, in ascending order. */
export function decodePeople(set: PeopleSet): readonly number[] {
  return [...unpacked.subarray(0, unpack(set))];
}

/** A set with more people: the same object if they were in it. @param people In ascending order, none twice. */
export function unitePeople(set: PeopleSet, people: ArrayLike<number>): PeopleSet {
  if (set.length === 0) return encodePeople(people);
  if (set[0] === bitsTag) {
    if (hasBits(set, people)) return set;
    const highest = people[people.length - 1] ?? 0;
    const united = new Uint8Array(Math.max(set.length, bitsSize(highest)));
    united.set(set);
    return addBits(united, people);
  }
  const known = unpack(set);
  const count = mergeWithUnpacked(known, people);
  return count === known ? set : encodePeople(merged.subarray(0, count));
}

/** A set without one person: the same object if they were not in it. */
export function withoutPerson(set: PeopleSet, person: number): PeopleSet {
  const people = decodePeople(set);
  const others = people.filter((other) => other !== person);
  return others.length === people.length ? set : encodePeople(others);
}

/**
 * Adds the people of a set to bits.
 *
 * @param base The number of the person who is 0 in the set.
 * @param start Where in the bytes the set begins. @param end Where it ends.
 */
export function addPeople(
  bits: PeopleBits,
  bytes: Uint8Array,
  base: number,
  start = 0,
  end = bytes.length,
): void {
  if (end <= start) return;
  if (bytes[start] === bitsTag) bits.addBits(bytes.subarray(start + 1, end), base);
  else bits.addDifferences(bytes, base, start + 1, end);
}

/** Unpacks a set into `unpacked`; returns how many people it has. */
function unpack(set: PeopleSet): number {
  let count = 0;
  if (set[0] === bitsTag) {
    for (let index = 1; index < set.length; index += 1) {
      const byte = set[index] ?? 0;
      for (let bit = 0; byte >> bit !== 0; bit += 1) {
        if ((byte >> bit) & 1) unpacked[count++] = (index - 1) * 8 + bit;
      }
    }
    return count;
  }
  for (let index = 1, person = 0; index < set.length;) {
    let shift = 0;
    let byte = set[index++] ?? 0;
    for (; byte >= 128; shift += 7, byte = set[index++] ?? 0) person += (byte & 127) << shift;
    person += byte << shift;
    unpacked[count++] = person;
  }
  return count;
}

/** Merges the first of `unpacked` with others into `merged`; returns how many there are together. */
function mergeWithUnpacked(known: number, people: ArrayLike<number>): number {
  let [left, right, count] = [0, 0, 0];
  while (left < known && right < people.length) {
    const [a, b] = [unpacked[left] ?? 0, people[right] ?? 0];
    merged[count++] = a < b ? a : b;
    if (a <= b) left += 1;
    if (b <= a) right += 1;
  }
  while (left < known) merged[count++] = unpacked[left++] ?? 0;
  while (right < people.length) merged[count++] = people[right++] ?? 0;
  return count;
}

function bitsSize(highest: number): number {
  return 2 + (highest >> 3);
}

function hasBits(set: PeopleSet, people: ArrayLike<number>): boolean {
  for (let index = 0; index < people.length; index += 1) {
    const person = people[index] ?? 0;
    if ((((set[1 + (person >> 3)] ?? 0) >> (person & 7)) & 1) === 0) return false;
  }
  return true;
}

function addBits(set: Uint8Array, people: ArrayLike<number>): PeopleSet {
  set[0] = bitsTag;
  for (let index = 0; index < people.length; index += 1) {
    const person = people[index] ?? 0;
    set[1 + (person >> 3)] = (set[1 + (person >> 3)] ?? 0) | (1 << (person & 7));
  }
  return set;
}
