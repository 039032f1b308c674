import type { DatabaseSync } from "node:sqlite";
import { bucketOf, bucketStart } from "../../../time/calendar.ts";
import { type RollUpUnit, rollUpUnits } from "../../rollups/RollUpSpan.ts";
import { type KeyTable, keyText } from "./KeyTable.ts";
import type {
  PendingCompletion,
  PendingCounts,
  PendingFacet,
} from "../../rollups/PendingCounts.ts";
import { RollUpRows } from "./RollUpRows.ts";
import type { KeyChange, KeyChanges } from "./KeyChange.ts";
import { type RollUpDimension, sharedDimensions } from "../../rollups/RollUpDimension.ts";

/** The dimensions that are kept for every unit; of names with surfaces only the counts. */
const dimensions: readonly RollUpDimension[] = sharedDimensions;

/** Adds what is pending to the roll-ups, day by day, within the caller's transaction. */
export function mergeCounts(database: DatabaseSync, keys: KeyTable, pending: PendingCounts): void {
  const rows = new RollUpRows(database, keys);
  const keysOf = rememberKeys(keys);
  for (const [day, facets] of Map.groupBy(pending.facets, (one) => one.day)) {
    const byFacet: KeyChanges = new Map();
    const changes = dimensions.map((): KeyChanges => new Map());
    for (const facet of facets) {
      byFacet.set(facet.facet, facet);
      for (const [index, key] of keysOf(facet.facet).entries()) {
        addTo(changes[index], key, facet, dimensions[index] !== "nameSurface");
      }
    }
    rows.add("facet", [["day", day]], byFacet);
    rows.add("facet", longerBucketsOfDay(day), withoutPeople(byFacet));
    for (const [index, dimension] of dimensions.entries()) {
      rows.add(dimension, bucketsOfDay(day), changes[index] ?? new Map<number, KeyChange>());
    }
  }
  for (const [day, completions] of Map.groupBy(pending.completions, (one) => one.day)) {
    rows.add(
      "facetCompletion",
      [["day", day]],
      changesOf(completions, (key) => key),
    );
    const nameKey = (key: number) =>
      keys.numberOf("completion", keyText("completion", keys.partsOf("facetCompletion", key)));
    rows.add("completion", bucketsOfDay(day), changesOf(completions, nameKey));
  }
}

function addTo(
  changes: KeyChanges | undefined,
  key: number,
  { executions, synthetic, people }: PendingFacet,
  hasPeople: boolean,
): void {
  const change = changes?.get(key) ?? { executions: 0, synthetic: 0, people: [] };
  changes?.set(key, change);
  change.executions += executions;
  change.synthetic += synthetic;
  if (hasPeople) for (const person of people) change.people.push(person);
}

function changesOf(
  completions: readonly PendingCompletion[],
  keyOf: (key: number) => number,
): KeyChanges {
  const changes: KeyChanges = new Map();
  for (const { key, count } of completions) {
    const change = changes.get(keyOf(key)) ?? { executions: 0, synthetic: 0, people: [] };
    changes.set(keyOf(key), change);
    change.executions += count;
  }
  return changes;
}

/** For a facet, its key of each of `dimensions`. */
function rememberKeys(keys: KeyTable): (facet: number) => readonly number[] {
  const known = new Map<number, readonly number[]>();
  return (facet) => {
    const numbers =
      known.get(facet) ??
      dimensions.map((dimension) =>
        keys.numberOf(dimension, keyText(dimension, keys.partsOf("facet", facet))),
      );
    known.set(facet, numbers);
    return numbers;
  };
}

/** What is only counted: the people of all facets of a month would be as many as those of its days. */
export function withoutPeople(changes: KeyChanges): KeyChanges {
  return new Map(Array.from(changes, ([key, change]) => [key, { ...change, people: [] }]));
}

/** The week and the month of a day. */
export function longerBucketsOfDay(day: number): readonly (readonly [RollUpUnit, number])[] {
  return bucketsOfDay(day).filter(([unit]) => unit !== "day");
}

/** The day, its week and its month. */
export function bucketsOfDay(day: number): readonly (readonly [RollUpUnit, number])[] {
  const time = bucketStart("day", day);
  return rollUpUnits.map((unit) => [unit, bucketOf(unit, time)]);
}
