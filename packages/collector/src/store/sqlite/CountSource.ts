import type { DatabaseSync, StatementSync } from "node:sqlite";
import { type Period, bucketOf, bucketStart, daysOf } from "../../time/calendar.ts";
import type { Dimension, Selection } from "../Selection.ts";
import type { PeopleBits } from "../rollups/PeopleBits.ts";
import type { RollUpSpan } from "../rollups/RollUpSpan.ts";
import { spansOf } from "../rollups/spansOf.ts";
import { type HourCounts, countHours } from "./countHours.ts";
import { passes } from "./passes.ts";
import { type KeyTable, partsByDimension } from "./rollups/KeyTable.ts";
import { type CountVisitor, type PeopleVisitor, RollUpReader } from "./rollups/RollUpReader.ts";
import { type RollUpDimension, rollUpDimensions } from "./rollups/place.ts";

/** What counts are split by. */
export type Split = "all" | Dimension | "nameSurface" | "completion";

/** Which counts: of what is selected, split by something; by the buckets of the period too, or over all of it. */
export interface CountQuery {
  readonly selection: Selection;
  readonly by: Split;
  readonly isByBucket: boolean;
}

/** Called for parts of counts, that are to be added up by bucket and group. */
type Visitor<Rest extends readonly unknown[]> = (
  bucket: number,
  group: string,
  ...rest: Rest
) => void;

/** Rows are read one by one where at most one key of so many is asked for. */
const fewOf = 64;

/** How many periods of hours are remembered: one, and the one before it. */
const mostHours = 2;

/**
 * Gives counts from where they cost least: from the roll-ups of the smallest dimension that can answer, in as few buckets
 * as make up the period. What is filtered by one dimension and split by another comes from those of all dimensions at
 * once, by day, which takes some ten times as long; hours come from the events.
 */
export class CountSource {
  readonly #database: DatabaseSync;
  readonly #keys: KeyTable;
  readonly #rollUps: RollUpReader;
  readonly #version: StatementSync;
  readonly #hours = new Map<string, HourCounts>();

  constructor(database: DatabaseSync, keys: KeyTable) {
    this.#database = database;
    this.#keys = keys;
    this.#rollUps = new RollUpReader(database);
    this.#version = database.prepare(
      "SELECT data_version || '.' || total_changes() AS version FROM pragma_data_version",
    );
  }

  visitCounts(query: CountQuery, visit: Visitor<[executions: number, synthetic: number]>): void {
    const dimension = dimensionFor(query, rollUpDimensions);
    const groupOf = this.#grouping(query, dimension);
    if (query.selection.period.unit === "hour") {
      this.hours(query.selection.period).visitCounts((bucket, key, ...counts) => {
        const group = groupOf(key);
        if (group !== undefined) visit(bucket, group, ...counts);
      });
      return;
    }
    const bucketFor = bucketing(query, dimension);
    const keys = this.#fewKeys(query, dimension);
    const pass: CountVisitor = (bucket, key, ...counts) => {
      const group = groupOf(key);
      if (group !== undefined) visit(bucketFor(bucket), group, ...counts);
    };
    for (const span of spansFor(query, dimension)) {
      this.#rollUps.visitCounts(dimension, span, pass, keys);
    }
  }

  visitPeople(query: CountQuery, visit: Visitor<[addTo: (bits: PeopleBits) => void]>): void {
    const withPeople = rollUpDimensions.filter((dimension) => dimension !== "nameSurface");
    const dimension = dimensionFor(query, withPeople);
    const groupOf = this.#grouping(query, dimension);
    if (query.selection.period.unit === "hour") {
      this.hours(query.selection.period).visitPeople((bucket, key, addTo) => {
        const group = groupOf(key);
        if (group !== undefined) visit(bucket, group, addTo);
      });
      return;
    }
    const bucketFor = bucketing(query, dimension);
    const keys = this.#fewKeys(query, dimension);
    const pass: PeopleVisitor = (bucket, key, addTo) => {
      const group = groupOf(key);
      if (group !== undefined) visit(bucketFor(bucket), group, addTo);
    };
    for (const span of spansFor(query, dimension)) {
      this.#rollUps.visitPeople(dimension, span, pass, keys);
    }
  }

  /** Counts of hours, remembered until something is stored. */
  hours(period: Period): HourCounts {
    const version = String(this.#version.get()?.["version"]);
    const name = `${version}/${period.first}/${period.last}`;
    const known = this.#hours.get(name);
    if (known !== undefined) return known;
    const counted = countHours(this.#database, period);
    for (const other of this.#hours.keys()) {
      if (!other.startsWith(`${version}/`) || this.#hours.size >= mostHours) {
        this.#hours.delete(other);
      }
    }
    this.#hours.set(name, counted);
    return counted;
  }

  /** The keys that pass a filter, if they are so few that their rows are better read one by one. */
  #fewKeys(
    { selection: { kind, filter = {} } }: CountQuery,
    dimension: RollUpDimension,
  ): readonly number[] | undefined {
    if (Object.keys(filter).length === 0) return undefined;
    const count = this.#keys.countOf(dimension);
    const keys = Array.from({ length: count }, (_, key) => key).filter((key) => {
      const parts = this.#keys.partsOf(dimension, key);
      return parts.kind === kind && passes(parts, filter);
    });
    return keys.length * fewOf < count ? keys : undefined;
  }

  /** For a key: what it is counted under, or nothing if it is not asked for. */
  #grouping(
    { selection: { kind, filter }, by }: CountQuery,
    dimension: RollUpDimension,
  ): (key: number) => string | undefined {
    // Keys are small numbers, and asked for some ten thousand times.
    const known: (string | null)[] = [];
    const names = partsByDimension[by].slice(1);
    return (key) => {
      const before = known[key];
      if (before !== undefined) return before ?? undefined;
      const parts = this.#keys.partsOf(dimension, key);
      const isAsked = parts.kind === kind && passes(parts, filter);
      const group = isAsked ? names.map((name) => parts[name]).join("\n") : undefined;
      known[key] = group ?? null;
      return group;
    };
  }
}

/** The smallest dimension that knows all that is asked; for hours the one that knows all. */
function dimensionFor(
  { selection: { period, filter = {} }, by }: CountQuery,
  dimensions: readonly RollUpDimension[],
): RollUpDimension {
  if (period.unit === "hour") return by === "completion" ? "facetCompletion" : "facet";
  const filtered = Object.entries(filter).flatMap(([name, value]) =>
    value === undefined ? [] : [name],
  );
  const asked = [...partsByDimension[by], ...filtered];
  const isEnough = (dimension: RollUpDimension) =>
    asked.every((part) => partsByDimension[dimension].some((known) => known === part));
  return dimensions.find(isEnough) ?? "facet";
}

function isByDayAlone(dimension: RollUpDimension): boolean {
  return dimension === "facet" || dimension === "facetCompletion";
}

function spansFor(
  { selection: { period }, isByBucket }: CountQuery,
  dimension: RollUpDimension,
): readonly RollUpSpan[] {
  if (isByDayAlone(dimension)) return [{ ...daysOf(period), unit: "day" }];
  const { unit, first, last } = period;
  return isByBucket && unit !== "hour" ? [{ unit, first, last }] : spansOf(period);
}

/** Turns the buckets of roll-ups into those of the period. */
function bucketing(
  { selection: { period }, isByBucket }: CountQuery,
  dimension: RollUpDimension,
): (bucket: number) => number {
  if (!isByBucket) return () => 0;
  if (!isByDayAlone(dimension)) return (bucket) => bucket;
  return (day) => bucketOf(period.unit, bucketStart("day", day));
}
