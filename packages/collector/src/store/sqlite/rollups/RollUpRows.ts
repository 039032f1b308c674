import type { DatabaseSync, StatementSync } from "node:sqlite";
import { nobody, peopleInChunk, unitePeople } from "../../rollups/peopleSet.ts";
import type { RollUpUnit } from "../../rollups/RollUpSpan.ts";
import { type Counts, addToCountBlock } from "../../rollups/countBlock.ts";
import type { KeyTable } from "./KeyTable.ts";
import type { KeyChanges } from "./KeyChange.ts";
import { decodePeopleBlock, encodePeopleBlock } from "../../rollups/peopleBlock.ts";
import type { RollUpDimension } from "../../rollups/RollUpDimension.ts";
import { keysInCountBlock, keysInPeopleBlock, peoplePlace, placeNumber } from "./place.ts";

/** A key of a row with what it gets. */
type Change<T> = readonly [key: number, added: T];

/** Some of the people of a key, by the chunk their numbers are in, sorted and none twice. */
interface Chunk {
  readonly chunk: number;
  readonly people: Uint32Array;
}

/** The rows of the roll-ups while something is added to them. */
export class RollUpRows {
  readonly #counts: Rows;
  readonly #people: Rows;

  readonly #keys: KeyTable;

  constructor(database: DatabaseSync, keys: KeyTable) {
    this.#keys = keys;
    this.#counts = new Rows(database, "count_block");
    this.#people = new Rows(database, "people_block");
  }

  /** Adds changes of a dimension to some buckets; each row is read and written once. */
  add(
    dimension: RollUpDimension,
    buckets: readonly (readonly [RollUpUnit, number])[],
    changes: KeyChanges,
  ): void {
    // People that come without counts, from another store, must not look as if something had been counted.
    const counted = [...changes].filter(([, change]) => change.executions + change.synthetic > 0);
    const counts = groupCounts(counted);
    const isFacet = dimension === "facet";
    const people = groupPeople(changes, (key) =>
      isFacet ? this.#facetBlock(key) : Math.floor(key / keysInPeopleBlock),
    );
    for (const [unit, bucket] of buckets) {
      for (const [block, some] of counts) {
        this.#addCounts(placeNumber({ dimension, unit, bucket, block, chunk: 0 }), some);
      }
      for (const [block, byChunk] of people) {
        for (const [chunk, some] of byChunk) {
          const place = { dimension: peoplePlace(dimension), unit, bucket, block, chunk };
          this.#addPeople(placeNumber(place), some, isFacet ? Infinity : keysInPeopleBlock);
        }
      }
    }
  }

  #facetBlock(facet: number): number {
    const block = this.#keys.facetBlock(facet);
    if (block === undefined) throw new RangeError(`There is no name of facet ${facet}.`);
    return block;
  }

  #addCounts(place: number, changes: readonly Change<Counts>[]): void {
    this.#counts.write(place, addToCountBlock(this.#counts.read(place), changes));
  }

  #addPeople(place: number, changes: readonly Change<Uint32Array>[], keysInBlock: number): void {
    const block = decodePeopleBlock(this.#people.read(place));
    let isChanged = false;
    for (const [key, people] of changes) {
      const before = block.get(key % keysInBlock) ?? nobody;
      const united = unitePeople(before, people);
      if (united === before) continue;
      block.set(key % keysInBlock, united);
      isChanged = true;
    }
    if (isChanged) this.#people.write(place, encodePeopleBlock(block));
  }
}

/** The counts of all keys, by block, by their places in it and in that order. */
function groupCounts(
  changes: readonly Change<Counts>[],
): ReadonlyMap<number, readonly Change<Counts>[]> {
  const byBlock = new Map<number, Change<Counts>[]>();
  for (const [key, counts] of changes.toSorted(([a], [b]) => a - b)) {
    const block = Math.floor(key / keysInCountBlock);
    const change = [key % keysInCountBlock, counts] as const;
    const others = byBlock.get(block);
    if (others === undefined) byBlock.set(block, [change]);
    else others.push(change);
  }
  return byBlock;
}

/** The people of all keys, by block and chunk. */
function groupPeople(
  changes: KeyChanges,
  blockOf: (key: number) => number,
): ReadonlyMap<number, ReadonlyMap<number, readonly Change<Uint32Array>[]>> {
  const byBlock = new Map<number, Map<number, Change<Uint32Array>[]>>();
  for (const [key, { people }] of changes) {
    if (people.length === 0) continue;
    const block = blockOf(key);
    const byChunk = byBlock.get(block) ?? new Map<number, Change<Uint32Array>[]>();
    byBlock.set(block, byChunk);
    for (const { chunk, people: some } of chunksOf(people)) {
      const list = byChunk.get(chunk);
      if (list === undefined) byChunk.set(chunk, [[key, some]]);
      else list.push([key, some]);
    }
  }
  return byBlock;
}

function chunksOf(people: readonly number[]): readonly Chunk[] {
  const sorted = new Uint32Array(people);
  if (sorted.length > 1) sorted.sort();
  let count = 0;
  for (let index = 0; index < sorted.length; index += 1) {
    const person = sorted[index] ?? 0;
    if (index === 0 || person !== sorted[count - 1]) sorted[count++] = person;
  }
  const chunks: Chunk[] = [];
  for (let first = 0; first < count;) {
    const chunk = Math.floor((sorted[first] ?? 0) / peopleInChunk);
    let end = first;
    while (end < count && (sorted[end] ?? 0) < (chunk + 1) * peopleInChunk) end += 1;
    const some = sorted.subarray(first, end);
    chunks.push({ chunk, people: chunk === 0 ? some : some.map((one) => one % peopleInChunk) });
    first = end;
  }
  return chunks;
}

class Rows {
  readonly #find: StatementSync;
  readonly #replace: StatementSync;

  constructor(database: DatabaseSync, table: "count_block" | "people_block") {
    this.#find = database.prepare(`SELECT data FROM ${table} WHERE place = ?`);
    this.#replace = database.prepare(
      `INSERT INTO ${table} (place, data) VALUES (?, ?) ON CONFLICT DO UPDATE SET data = excluded.data`,
    );
  }

  read(place: number): Uint8Array | undefined {
    return this.#find.get(place)?.["data"] as Uint8Array | undefined;
  }

  write(place: number, data: Uint8Array): void {
    this.#replace.run(place, data);
  }
}
