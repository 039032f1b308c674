import type { DatabaseSync, StatementSync } from "node:sqlite";
import { bitsAt } from "../../rollups/bitsAt.ts";
import type { PeopleBits } from "../../rollups/PeopleBits.ts";
import { addPeople, peopleInChunk } from "../../rollups/peopleSet.ts";
import type { RollUpSpan } from "../../rollups/RollUpSpan.ts";
import { visitCountBlock } from "../../rollups/countBlock.ts";
import { visitPeopleBlock } from "../../rollups/peopleBlock.ts";
import type { RollUpDimension } from "../../rollups/RollUpDimension.ts";
import {
  type PlaceDimension,
  bucketPlace,
  keysInCountBlock,
  keysInPeopleBlock,
  peoplePlace,
  placeNumber,
  placeWithin,
} from "./place.ts";
import type { RollUpRow } from "./RollUpRow.ts";
import { type PeopleByKey, UnitedPeople } from "./UnitedPeople.ts";

/** The last day that there can be, some time in 2149. */
export const lastDay = 65_535;

/** Gets counts of one key in one bucket. */
export type CountVisitor = (
  bucket: number,
  key: number,
  executions: number,
  synthetic: number,
) => void;

/** Gets the people of one key in one bucket, or some of them: `addTo` adds them to others, until it returns. */
export type PeopleVisitor = (
  bucket: number,
  key: number,
  addTo: (bits: PeopleBits) => void,
) => void;

/** The people of as many months or weeks are remembered together. Days are not: the last one changes all the time. */
const bucketsToUnite = 3;

/** Visits roll-ups. */
export class RollUpReader {
  readonly #counts: StatementSync;
  readonly #nextCounts: StatementSync;
  readonly #nextPeople: StatementSync;
  readonly #lastCounts: StatementSync;
  readonly #people: StatementSync;
  readonly #united = new UnitedPeople();

  constructor(database: DatabaseSync) {
    this.#counts = database.prepare(
      "SELECT place, data FROM count_block WHERE place >= ? AND place < ? ORDER BY place",
    );
    this.#people = database.prepare(
      "SELECT place, data FROM people_block WHERE place >= ? AND place < ? ORDER BY place",
    );
    this.#nextCounts = database.prepare(
      "SELECT min(place) AS place FROM count_block WHERE place >= ? AND place < ?",
    );
    this.#nextPeople = database.prepare(
      "SELECT min(place) AS place FROM people_block WHERE place >= ? AND place < ?",
    );
    this.#lastCounts = database.prepare(
      "SELECT max(place) AS place FROM count_block WHERE place >= ? AND place < ?",
    );
    this.#counts.setReturnArrays(true);
    this.#people.setReturnArrays(true);
  }

  /** The days that a dimension has counts of, one by one. */
  daysOf(dimension: RollUpDimension): Generator<RollUpSpan, void, undefined> {
    return daysOf(this.#nextCounts, dimension);
  }

  /** The days on which a dimension knows people, one by one. */
  daysOfPeople(dimension: RollUpDimension): Generator<RollUpSpan, void, undefined> {
    return daysOf(this.#nextPeople, peoplePlace(dimension));
  }

  /** The last day that a dimension has counts of. */
  latestDay(dimension: RollUpDimension): number | undefined {
    const place = this.#lastCounts.get(
      bucketPlace(dimension, "day", 0),
      bucketPlace(dimension, "day", lastDay),
    )?.["place"];
    return typeof place === "number" ? placeWithin(place).bucket : undefined;
  }

  /** @param blocks Only these are visited. */
  visitCounts(
    dimension: RollUpDimension,
    span: RollUpSpan,
    visit: CountVisitor,
    blocks?: readonly number[],
  ): void {
    for (const [place, data] of rowsOf(this.#counts, dimension, span, blocks)) {
      const { bucket, block } = placeWithin(place);
      visitCountBlock(data, (key, executions, synthetic) =>
        visit(bucket, block * keysInCountBlock + key, executions, synthetic),
      );
    }
  }

  /** @param blocks Only these are visited. */
  visitPeople(
    dimension: RollUpDimension,
    span: RollUpSpan,
    visit: PeopleVisitor,
    blocks?: readonly number[],
  ): void {
    visitRows(rowsOf(this.#people, peoplePlace(dimension), span, blocks), dimension, visit);
  }

  /** The people of a span, by key. */
  peopleOf(dimension: RollUpDimension, span: RollUpSpan): PeopleByKey {
    return unite(rowsOf(this.#people, peoplePlace(dimension), span), dimension);
  }

  /** Visits the people of whole spans: of which bucket they are is not told. */
  visitPeopleOfSpan(dimension: RollUpDimension, span: RollUpSpan, visit: PeopleVisitor): void {
    const { unit, first, last } = span;
    const rows = rowsOf(this.#people, peoplePlace(dimension), span);
    if (unit === "day" || last - first + 1 < bucketsToUnite) {
      return visitRows(rows, dimension, visit);
    }
    const name = `${dimension}/${unit}/${first}/${last}`;
    const all = [...rows];
    const people = this.#united.of(name, all, () => unite(all, dimension));
    for (const [key, united] of people) visit(first, key, (bits) => bits.addAll(united));
  }
}

function visitRows(
  rows: Iterable<RollUpRow>,
  dimension: RollUpDimension,
  visit: PeopleVisitor,
): void {
  // Facets are told by their own numbers, others by their places in the row.
  const keysInBlock = dimension === "facet" ? 0 : keysInPeopleBlock;
  for (const [place, data] of rows) {
    const { bucket, block, chunk } = placeWithin(place);
    // One function for all keys of a row: there are hundreds of thousands.
    let [from, to] = [0, 0];
    const addTo = (bits: PeopleBits) => addPeople(bits, data, chunk * peopleInChunk, from, to);
    visitPeopleBlock(data, (key, start, end) => {
      [from, to] = [start, end];
      visit(bucket, block * keysInBlock + key, addTo);
    });
  }
}

function unite(rows: Iterable<RollUpRow>, dimension: RollUpDimension): PeopleByKey {
  const people = new Map<number, PeopleBits>();
  visitRows(rows, dimension, (_, key, addTo) => addTo(bitsAt(people, key)));
  return people;
}

function* daysOf(
  next: StatementSync,
  dimension: PlaceDimension,
): Generator<RollUpSpan, void, undefined> {
  const end = bucketPlace(dimension, "day", lastDay);
  for (let day = 0; ; day += 1) {
    const place = next.get(bucketPlace(dimension, "day", day), end)?.["place"];
    if (typeof place !== "number") return;
    day = placeWithin(place).bucket;
    yield { unit: "day", first: day, last: day };
  }
}

/** All rows of the buckets, or those of some blocks. */
function* rowsOf(
  statement: StatementSync,
  dimension: PlaceDimension,
  { unit, first, last }: RollUpSpan,
  blocks?: readonly number[],
): Generator<RollUpRow, void, undefined> {
  const start = Math.max(0, first);
  if (blocks === undefined) {
    const end = bucketPlace(dimension, unit, last + 1);
    yield* rowsBetween(statement, bucketPlace(dimension, unit, start), end);
    return;
  }
  for (let bucket = start; bucket <= last; bucket += 1) {
    for (const block of blocks) {
      const place = { dimension, unit, bucket, block, chunk: 0 };
      const end = placeNumber({ ...place, block: block + 1 });
      yield* rowsBetween(statement, placeNumber(place), end);
    }
  }
}

function rowsBetween(statement: StatementSync, start: number, end: number): readonly RollUpRow[] {
  const rows: unknown = statement.all(start, end);
  return rows as readonly RollUpRow[];
}
