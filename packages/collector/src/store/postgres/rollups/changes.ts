import type { Counts } from "../../rollups/countBlock.ts";
import type { PendingCounts } from "../../rollups/PendingCounts.ts";
import { peopleInChunk } from "../../rollups/peopleSet.ts";
import type { RollUpDimension } from "../../rollups/RollUpDimension.ts";
import type { FacetKeys } from "./facetKeys.ts";
import { completionKey, completionOfKey } from "./FacetTable.ts";

/** What a key of a dimension gets. */
export interface Change extends Counts {
  /** By chunk, within which they are in ascending order, none twice. */
  readonly people: ReadonlyMap<number, Uint16Array>;
}

/** What a dimension gets, by day and key. */
export type ChangesByDay = ReadonlyMap<number, ReadonlyMap<number, Change>>;

interface Gathered extends Counts {
  /** Unordered; somebody may be in it more than once. */
  people: readonly number[];
  /** Whether the list is its own, and not that of the only facet so far. */
  isOwn: boolean;
}

/** Adds up by the keys of a dimension what was counted of facets. */
export function changesOf(
  counts: PendingCounts,
  dimension: RollUpDimension,
  keys: FacetKeys,
): ChangesByDay {
  const byDay = new Map<number, Map<number, Gathered>>();
  const at = (day: number, key: number): Gathered => {
    const ofDay = byDay.get(day) ?? new Map<number, Gathered>();
    if (ofDay.size === 0) byDay.set(day, ofDay);
    const known = ofDay.get(key);
    if (known !== undefined) return known;
    const made = { executions: 0, synthetic: 0, people: [], isOwn: false };
    ofDay.set(key, made);
    return made;
  };
  if (dimension === "completion" || dimension === "facetCompletion") {
    for (const { day, key, count } of counts.completions) {
      at(day, dimension === "completion" ? nameKey(key, keys) : key).executions += count;
    }
  } else {
    for (const { day, facet, executions, synthetic, people } of counts.facets) {
      const change = at(day, keys.keyOf(dimension, facet));
      change.executions += executions;
      change.synthetic += synthetic;
      if (dimension !== "nameSurface") gather(change, people);
    }
  }
  return mapValues(byDay, (ofDay) => mapValues(ofDay, finish));
}

/** Adds up what several days get. */
export function joinChanges(
  days: readonly ReadonlyMap<number, Change>[],
): ReadonlyMap<number, Change> {
  const [first, ...others] = days;
  if (first === undefined || others.length === 0) return first ?? new Map();
  const joined = new Map(first);
  for (const day of others) {
    for (const [key, change] of day) {
      const known = joined.get(key);
      joined.set(key, known === undefined ? change : join(known, change));
    }
  }
  return joined;
}

/** The counts alone. */
export function withoutPeople(byDay: ChangesByDay): ChangesByDay {
  return mapValues(byDay, (changes) =>
    mapValues(changes, (change) => ({ ...change, people: new Map() })),
  );
}

function join(a: Change, b: Change): Change {
  const people = new Map(a.people);
  for (const [chunk, some] of b.people) {
    const known = people.get(chunk);
    people.set(chunk, known === undefined ? some : distinct([...known, ...some]));
  }
  return {
    executions: a.executions + b.executions,
    synthetic: a.synthetic + b.synthetic,
    people,
  };
}

/** The key of the name alone. */
function nameKey(key: number, keys: FacetKeys): number {
  const { facet, outcome, step } = completionOfKey(key);
  return completionKey(keys.keyOf("name", facet), outcome, step);
}

/** A list is copied when a second comes to it: most keys have one. */
function gather(change: Gathered, people: readonly number[]): void {
  if (people.length === 0) return;
  if (change.people.length === 0) {
    change.people = people;
    return;
  }
  const own = change.isOwn ? (change.people as number[]) : [...change.people];
  for (const person of people) own.push(person);
  change.people = own;
  change.isOwn = true;
}

function finish({ executions, synthetic, people }: Gathered): Change {
  const byChunk = new Map<number, number[]>();
  for (const person of people) {
    const chunk = Math.floor(person / peopleInChunk);
    const some = byChunk.get(chunk);
    if (some === undefined) byChunk.set(chunk, [person % peopleInChunk]);
    else some.push(person % peopleInChunk);
  }
  return { executions, synthetic, people: mapValues(byChunk, distinct) };
}

function distinct(people: readonly number[]): Uint16Array {
  const sorted = Uint16Array.from(people).sort();
  let count = 0;
  for (const person of sorted) {
    if (count === 0 || person !== sorted[count - 1]) sorted[count++] = person;
  }
  return sorted.subarray(0, count);
}

function mapValues<Key, From, To>(
  map: ReadonlyMap<Key, From>,
  change: (value: From) => To,
): ReadonlyMap<Key, To> {
  return new Map([...map].map(([key, value]) => [key, change(value)]));
}
