import type { DatabaseSync, StatementSync } from "node:sqlite";
import { nobody, peopleInChunk, unitePeople } from "../../rollups/peopleSet.ts";
import type { RollUpUnit } from "../../rollups/RollUpSpan.ts";
import { decodeCountBlock, encodeCountBlock } from "../../rollups/countBlock.ts";
import type { KeyChange, KeyChanges } from "./KeyChange.ts";
import { decodePeopleBlock, encodePeopleBlock } from "../../rollups/peopleBlock.ts";
import type { RollUpDimension } from "../../rollups/RollUpDimension.ts";
import { keysInCountBlock, keysInPeopleBlock, placeNumber } from "./place.ts";

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

  constructor(database: DatabaseSync) {
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
    const counts = Map.groupBy(counted, ([key]) => Math.floor(key / keysInCountBlock));
    const people = groupPeople(changes);
    for (const [unit, bucket] of buckets) {
      for (const [block, some] of counts) {
        this.#addCounts(placeNumber({ dimension, unit, bucket, block, chunk: 0 }), some);
      }
      for (const [block, byChunk] of people) {
        for (const [chunk, some] of byChunk) {
          this.#addPeople(placeNumber({ dimension, unit, bucket, block, chunk }), some);
        }
      }
    }
  }

  #addCounts(place: number, changes: readonly Change<KeyChange>[]): void {
    const block = decodeCountBlock(this.#counts.read(place));
    for (const [key, { executions, synthetic }] of changes) {
      const counts = block.get(key % keysInCountBlock) ?? { executions: 0, synthetic: 0 };
      counts.executions += executions;
      counts.synthetic += synthetic;
      block.set(key % keysInCountBlock, counts);
    }
    this.#counts.write(place, encodeCountBlock(block));
  }

  #addPeople(place: number, changes: readonly Change<Uint32Array>[]): void {
    const block = decodePeopleBlock(this.#people.read(place));
    let isChanged = false;
    for (const [key, people] of changes) {
      const before = block.get(key % keysInPeopleBlock) ?? nobody;
      const united = unitePeople(before, people);
      if (united === before) continue;
      block.set(key % keysInPeopleBlock, united);
      isChanged = true;
    }
    if (isChanged) this.#people.write(place, encodePeopleBlock(block));
  }
}

/** The people of all keys, by block and chunk. */
function groupPeople(
  changes: KeyChanges,
): ReadonlyMap<number, ReadonlyMap<number, readonly Change<Uint32Array>[]>> {
  const byBlock = new Map<number, Map<number, Change<Uint32Array>[]>>();
  for (const [key, { people }] of changes) {
    if (people.length === 0) continue;
    const block = Math.floor(key / keysInPeopleBlock);
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
  const sorted = Uint32Array.from(people).sort();
  const distinct = sorted.filter((person, index) => index === 0 || person !== sorted[index - 1]);
  const chunks: Chunk[] = [];
  for (let first = 0; first < distinct.length;) {
    const chunk = Math.floor((distinct[first] ?? 0) / peopleInChunk);
    const end = distinct.findIndex((person) => person >= (chunk + 1) * peopleInChunk);
    const some = distinct.subarray(first, end === -1 ? undefined : end);
    chunks.push({ chunk, people: chunk === 0 ? some : some.map((one) => one % peopleInChunk) });
    first = end === -1 ? distinct.length : end;
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
