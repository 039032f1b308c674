import { ByteReader } from "../bytes/ByteReader.ts";
import { ByteWriter } from "../bytes/ByteWriter.ts";
import type { PeopleBits } from "./PeopleBits.ts";

/**
 * A set of people as bytes, whichever is shorter: their numbers as differences, or one bit for each number up to the
 * highest. The first byte says which. An empty set has no bytes. Numbers are from 0 to 65,535.
 */
export type PeopleSet = Uint8Array;

/** How many people, by their numbers, share a set. */
export const peopleInChunk = 65_536;

const listTag = 0;
const bitsTag = 1;

/** The empty set. */
export const nobody: PeopleSet = new Uint8Array(0);

const writer = new ByteWriter();

/** The set of these people. @param people In ascending order, none twice. */
export function encodePeople(people: ArrayLike<number>): PeopleSet {
  if (people.length === 0) return nobody;
  writer.reset();
  writer.byte(listTag);
  let before = 0;
  for (let index = 0; index < people.length; index += 1) {
    const person = people[index] ?? 0;
    writer.varint(person - before);
    before = person;
  }
  const list = writer.finish();
  const size = bitsSize(before);
  return list.length <= size ? list : addBits(new Uint8Array(size), people);
}

/** The people of a set, in ascending order. */
export function decodePeople(set: PeopleSet): readonly number[] {
  const people: number[] = [];
  visitPeople(set, (person) => people.push(person));
  return people;
}

/** A set with more people: the same object if they were in it. @param people In ascending order, none twice. */
export function unitePeople(set: PeopleSet, people: ArrayLike<number>): PeopleSet {
  if (set.length === 0) return encodePeople(people);
  if (set[0] === bitsTag) {
    const highest = people[people.length - 1] ?? 0;
    const united = new Uint8Array(Math.max(set.length, bitsSize(highest)));
    united.set(set);
    addBits(united, people);
    return united.length === set.length && united.every((byte, index) => byte === set[index])
      ? set
      : united;
  }
  const known = decodePeople(set);
  const united = mergeSorted(known, people);
  return united.length === known.length ? set : encodePeople(united);
}

/** A set without one person: the same object if they were not in it. */
export function withoutPerson(set: PeopleSet, person: number): PeopleSet {
  const people = decodePeople(set);
  const others = people.filter((other) => other !== person);
  return others.length === people.length ? set : encodePeople(others);
}

/** Adds the people of a set to bits. @param base The number of the person who is 0 in the set. */
export function addPeople(bits: PeopleBits, set: PeopleSet, base: number): void {
  if (set[0] === bitsTag) bits.addBits(set.subarray(1), base);
  else visitPeople(set, (person) => bits.add(base + person));
}

function visitPeople(set: PeopleSet, visit: (person: number) => void): void {
  if (set.length === 0) return;
  if (set[0] === bitsTag) {
    for (let index = 1; index < set.length; index += 1) {
      const byte = set[index] ?? 0;
      for (let bit = 0; byte >> bit !== 0; bit += 1) {
        if ((byte >> bit) & 1) visit((index - 1) * 8 + bit);
      }
    }
    return;
  }
  const reader = new ByteReader(set);
  reader.byte();
  for (let person = 0; !reader.isAtEnd;) visit((person += reader.varint()));
}

function mergeSorted(a: ArrayLike<number>, b: ArrayLike<number>): readonly number[] {
  const merged: number[] = [];
  for (let left = 0, right = 0; left < a.length || right < b.length;) {
    const [fromA, fromB] = [a[left] ?? Infinity, b[right] ?? Infinity];
    merged.push(Math.min(fromA, fromB));
    if (fromA <= fromB) left += 1;
    if (fromB <= fromA) right += 1;
  }
  return merged;
}

function bitsSize(highest: number): number {
  return 2 + (highest >> 3);
}

function addBits(set: Uint8Array, people: ArrayLike<number>): PeopleSet {
  set[0] = bitsTag;
  for (let index = 0; index < people.length; index += 1) {
    const person = people[index] ?? 0;
    set[1 + (person >> 3)] = (set[1 + (person >> 3)] ?? 0) | (1 << (person & 7));
  }
  return set;
}
