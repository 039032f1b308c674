import type { DatabaseSync } from "node:sqlite";
import { bucketOf, bucketStart } from "../../../time/calendar.ts";
import type { KeyTable } from "./KeyTable.ts";
import { keyText } from "./KeyTable.ts";
import type { PendingCounts } from "./PendingCounts.ts";
import { type CountBlock, decodeCountBlock, encodeCountBlock } from "./countBlock.ts";
import { decodePeopleBlock, encodePeopleBlock } from "./peopleBlock.ts";
import { nobody, unitePeople } from "./peopleSet.ts";
import {
  type RollUpDimension,
  type RollUpUnit,
  keysInCountBlock,
  keysInPeopleBlock,
  peopleInChunk,
  placeNumber,
  rollUpUnits,
} from "./place.ts";

/** The dimensions whose people are kept for every unit. */
const peopleDimensions: readonly RollUpDimension[] = [
  "all",
  "name",
  "surface",
  "trigger",
  "source",
  "platform",
];

/** The dimensions whose counts are kept for every unit. */
const countDimensions: readonly RollUpDimension[] = [...peopleDimensions, "nameSurface"];

/** Rows to be changed: what is added to each key, by the row's number. */
type Changes<T> = Map<number, Map<number, T>>;

/** Adds what is pending to the roll-ups, within the caller's transaction. Each row is read and written once. */
export function mergeCounts(database: DatabaseSync, keys: KeyTable, pending: PendingCounts): void {
  const counts: Changes<CountBlock extends Map<number, infer C> ? C : never> = new Map();
  const people: Changes<number[]> = new Map();
  const addCount = (to: KeyPlace, executions: number, synthetic: number) => {
    const added = changeAt(counts, to, keysInCountBlock, 0, () => ({
      executions: 0,
      synthetic: 0,
    }));
    added.executions += executions;
    added.synthetic += synthetic;
  };
  const addPeople = (to: KeyPlace, added: readonly number[]) => {
    for (const person of added) {
      const chunk = Math.floor(person / peopleInChunk);
      changeAt(people, to, keysInPeopleBlock, chunk, () => []).push(person % peopleInChunk);
    }
  };
  const keysOf = keysByFacet(keys);
  for (const { day, facet, executions, synthetic, people: added } of pending.facets) {
    const own = { dimension: "facet", unit: "day", bucket: day, key: facet } as const;
    addCount(own, executions, synthetic);
    addPeople(own, added);
    for (const [unit, bucket] of bucketsOfDay(day)) {
      for (const [index, dimension] of countDimensions.entries()) {
        const to = { dimension, unit, bucket, key: keysOf(facet)[index] ?? 0 };
        addCount(to, executions, synthetic);
        if (index < peopleDimensions.length) addPeople(to, added);
      }
    }
  }
  for (const { day, key, count } of pending.completions) {
    addCount({ dimension: "facetCompletion", unit: "day", bucket: day, key }, count, 0);
    const text = keyText("completion", keys.partsOf("facetCompletion", key));
    const byName = keys.numberOf("completion", text);
    for (const [unit, bucket] of bucketsOfDay(day)) {
      addCount({ dimension: "completion", unit, bucket, key: byName }, count, 0);
    }
  }
  writeCounts(database, counts);
  writePeople(database, people);
}

interface KeyPlace {
  readonly dimension: RollUpDimension;
  readonly unit: RollUpUnit;
  readonly bucket: number;
  readonly key: number;
}

function changeAt<T>(
  changes: Changes<T>,
  { dimension, unit, bucket, key }: KeyPlace,
  keysInBlock: number,
  chunk: number,
  make: () => T,
): T {
  const block = Math.floor(key / keysInBlock);
  const row = placeNumber({ dimension, unit, bucket, block, chunk });
  const changed = changes.get(row) ?? new Map<number, T>();
  if (changed.size === 0) changes.set(row, changed);
  const known = changed.get(key % keysInBlock);
  if (known !== undefined) return known;
  const made = make();
  changed.set(key % keysInBlock, made);
  return made;
}

/** For a facet, its key of each of `countDimensions`. */
function keysByFacet(keys: KeyTable): (facet: number) => readonly number[] {
  const known = new Map<number, readonly number[]>();
  return (facet) => {
    const numbers =
      known.get(facet) ??
      countDimensions.map((dimension) =>
        keys.numberOf(dimension, keyText(dimension, keys.partsOf("facet", facet))),
      );
    known.set(facet, numbers);
    return numbers;
  };
}

function bucketsOfDay(day: number): readonly (readonly [RollUpUnit, number])[] {
  const time = bucketStart("day", day);
  return rollUpUnits.map((unit) => [unit, bucketOf(unit, time)]);
}

function writeCounts(
  database: DatabaseSync,
  changes: Changes<{ executions: number; synthetic: number }>,
): void {
  const rows = rowsOf(database, "count_block");
  for (const [place, changed] of changes) {
    const block = decodeCountBlock(rows.read(place));
    for (const [key, { executions, synthetic }] of changed) {
      const counts = block.get(key) ?? { executions: 0, synthetic: 0 };
      counts.executions += executions;
      counts.synthetic += synthetic;
      block.set(key, counts);
    }
    rows.write(place, encodeCountBlock(block));
  }
}

function writePeople(database: DatabaseSync, changes: Changes<number[]>): void {
  const rows = rowsOf(database, "people_block");
  for (const [place, changed] of changes) {
    const block = decodePeopleBlock(rows.read(place));
    let isChanged = false;
    for (const [key, people] of changed) {
      const before = block.get(key) ?? nobody;
      const united = unitePeople(before, sortedDistinct(people));
      if (united === before) continue;
      block.set(key, united);
      isChanged = true;
    }
    if (isChanged) rows.write(place, encodePeopleBlock(block));
  }
}

function rowsOf(database: DatabaseSync, table: "count_block" | "people_block") {
  const find = database.prepare(`SELECT data FROM ${table} WHERE place = ?`);
  const replace = database.prepare(
    `INSERT INTO ${table} (place, data) VALUES (?, ?) ON CONFLICT DO UPDATE SET data = excluded.data`,
  );
  return {
    read: (place: number) => find.get(place)?.["data"] as Uint8Array | undefined,
    write: (place: number, data: Uint8Array) => void replace.run(place, data),
  };
}

function sortedDistinct(people: readonly number[]): Uint32Array {
  const sorted = Uint32Array.from(people).sort();
  return sorted.filter((person, index) => index === 0 || person !== sorted[index - 1]);
}
