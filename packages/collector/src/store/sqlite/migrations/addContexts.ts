import type { DatabaseSync } from "node:sqlite";
import { PeopleBits } from "../../rollups/PeopleBits.ts";
import type { RollUpSpan } from "../../rollups/RollUpSpan.ts";
import { decodeCountBlock, encodeCountBlock } from "../../rollups/countBlock.ts";
import {
  type PeopleBlock,
  encodePeopleBlock,
  visitPeopleBlock,
} from "../../rollups/peopleBlock.ts";
import type { KeyChanges } from "../rollups/KeyChange.ts";
import { KeyTable, keyText } from "../rollups/KeyTable.ts";
import { RollUpReader, lastDay } from "../rollups/RollUpReader.ts";
import { RollUpRows } from "../rollups/RollUpRows.ts";
import { bucketsOfDay, longerBucketsOfDay, withoutPeople } from "../rollups/mergeCounts.ts";
import {
  type PlaceDimension,
  bucketPlace,
  namesInPeopleBlock,
  placeNumber,
  placeWithin,
} from "../rollups/place.ts";

/** How many keys shared a row of people before. */
const keysBefore = 16;

/**
 * Counts by all dimensions but the name, and by all of them for weeks and months, from the counts of days; puts the
 * people of facets into rows by their names; and removes counts of nothing, which older builds have left.
 */
export function addContexts(database: DatabaseSync): void {
  removeEmptyCounts(database);
  const reader = new RollUpReader(database);
  const keys = new KeyTable(database);
  // What came from an even older version has been counted like this already.
  for (const unit of ["week", "month"] as const) deleteRows(database, "facet", unit);
  for (const unit of ["day", "week", "month"] as const) deleteRows(database, "context", unit);
  const days = database.prepare(
    "SELECT place, data FROM people_block WHERE place >= ? AND place < ? ORDER BY place",
  );
  for (const { first } of daysBefore(database)) {
    const [start, end] = [
      bucketPlace("facet", "day", first),
      bucketPlace("facet", "day", first + 1),
    ];
    movePeople(database, keys, first, days.all(start, end) as unknown as readonly PeopleRow[]);
    database.prepare("DELETE FROM people_block WHERE place >= ? AND place < ?").run(start, end);
  }
  const rows = new RollUpRows(database, keys);
  const spans = [...reader.daysOf("facet"), ...reader.daysOfPeople("facet")];
  for (const first of new Set(spans.map((span) => span.first))) {
    const span: RollUpSpan = { unit: "day", first, last: first };
    const { facets, contexts } = changesOfDay(reader, keys, span);
    rows.add("facet", longerBucketsOfDay(first), withoutPeople(facets));
    rows.add("context", bucketsOfDay(first), contexts);
  }
}

interface PeopleRow {
  readonly place: number;
  readonly data: Uint8Array;
}

/** The days of which people of facets are in small rows. */
function* daysBefore(database: DatabaseSync): Generator<{ readonly first: number }> {
  const next = database.prepare(
    "SELECT min(place) AS place FROM people_block WHERE place >= ? AND place < ?",
  );
  const end = bucketPlace("facet", "day", lastDay);
  for (let day = 0; ; day += 1) {
    const place = next.get(bucketPlace("facet", "day", day), end)?.["place"];
    if (typeof place !== "number") return;
    day = placeWithin(place).bucket;
    yield { first: day };
  }
}

function movePeople(
  database: DatabaseSync,
  keys: KeyTable,
  bucket: number,
  rows: readonly PeopleRow[],
): void {
  const blocks = new Map<number, PeopleBlock>();
  for (const { place, data } of rows) {
    const { block, chunk } = placeWithin(place);
    visitPeopleBlock(data, (key, start, end) => {
      const facet = block * keysBefore + key;
      const name = keys.numberOf("name", keyText("name", keys.partsOf("facet", facet)));
      const to = placeNumber({
        dimension: "facetPeople",
        unit: "day",
        bucket,
        block: Math.floor(name / namesInPeopleBlock),
        chunk,
      });
      const people: PeopleBlock = blocks.get(to) ?? new Map<number, Uint8Array>();
      blocks.set(to, people.set(facet, data.subarray(start, end)));
    });
  }
  const insert = database.prepare("INSERT INTO people_block (place, data) VALUES (?, ?)");
  for (const [place, block] of blocks) insert.run(place, encodePeopleBlock(block));
}

function changesOfDay(
  reader: RollUpReader,
  keys: KeyTable,
  span: RollUpSpan,
): { readonly facets: KeyChanges; readonly contexts: KeyChanges } {
  const [facets, contexts]: [KeyChanges, KeyChanges] = [new Map(), new Map()];
  const contextOf = (facet: number) => {
    const key = keys.numberOf("context", keyText("context", keys.partsOf("facet", facet)));
    const change = contexts.get(key) ?? { executions: 0, synthetic: 0, people: [] };
    contexts.set(key, change);
    return { key, change };
  };
  reader.visitCounts("facet", span, (_, facet, executions, synthetic) => {
    facets.set(facet, { executions, synthetic, people: [] });
    const { change } = contextOf(facet);
    change.executions += executions;
    change.synthetic += synthetic;
  });
  const people = new Map<number, PeopleBits>();
  reader.visitPeople("facet", span, (_, facet, addTo) => {
    const { key } = contextOf(facet);
    const bits = people.get(key) ?? new PeopleBits();
    people.set(key, bits);
    addTo(bits);
  });
  for (const [key, bits] of people) contexts.get(key)?.people.push(...bits.numbers());
  return { facets, contexts };
}

function deleteRows(
  database: DatabaseSync,
  dimension: PlaceDimension,
  unit: RollUpSpan["unit"],
): void {
  for (const table of ["count_block", "people_block"]) {
    database
      .prepare(`DELETE FROM ${table} WHERE place >= ? AND place < ?`)
      .run(bucketPlace(dimension, unit, 0), bucketPlace(dimension, unit, lastDay));
  }
}

function removeEmptyCounts(database: DatabaseSync): void {
  const replace = database.prepare("UPDATE count_block SET data = ? WHERE place = ?");
  for (const row of database.prepare("SELECT place, data FROM count_block").all()) {
    const block = decodeCountBlock(row["data"] as Uint8Array);
    const counted = new Map(
      [...block].filter(([, { executions, synthetic }]) => executions + synthetic > 0),
    );
    if (counted.size < block.size) replace.run(encodeCountBlock(counted), Number(row["place"]));
  }
}
