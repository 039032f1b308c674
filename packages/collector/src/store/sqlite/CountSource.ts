import type { DatabaseSync, StatementSync } from "node:sqlite";
import { type Period, isWithin } from "../../time/calendar.ts";
import {
  type CountQuery,
  type CountVisits,
  bucketing,
  dimensionFor,
  groupOf,
  spansFor,
} from "../rollups/CountQuery.ts";
import { HourMemory } from "../rollups/HourMemory.ts";
import { passes } from "../rollups/passes.ts";
import { type RollUpDimension, dimensionsBySize } from "../rollups/RollUpDimension.ts";
import { type HourCounts, countHours } from "./countHours.ts";
import type { KeyTable } from "./rollups/KeyTable.ts";
import { keysInCountBlock, keysInPeopleBlock } from "./rollups/place.ts";
import { type CountVisitor, type PeopleVisitor, RollUpReader } from "./rollups/RollUpReader.ts";

/** The dimensions that know people. */
const withPeople = dimensionsBySize.filter((dimension) => dimension !== "nameSurface");

/** Rows are read one by one where at most one of so many is asked for. */
const fewOf = 4;

/**
 * Gives counts from where they cost least: from the roll-ups of the smallest dimension that can answer, in as few buckets
 * as make up the period. What is filtered or split by a name and something else comes from those of all dimensions at once,
 * people by day, which takes some ten times as long; hours come from the events.
 */
export class CountSource implements CountVisits {
  readonly #database: DatabaseSync;
  readonly #keys: KeyTable;
  readonly #rollUps: RollUpReader;
  readonly #version: StatementSync;
  readonly #hours = new HourMemory<HourCounts>();

  constructor(database: DatabaseSync, keys: KeyTable) {
    this.#database = database;
    this.#keys = keys;
    this.#rollUps = new RollUpReader(database);
    this.#version = database.prepare(
      "SELECT data_version || '.' || total_changes() AS version FROM pragma_data_version",
    );
  }

  visitCounts(...[query, visit]: Parameters<CountVisits["visitCounts"]>): void {
    if (query.by === "completion" && query.selection.period.unit === "hour") {
      return this.#visitCompletionsOfHours(query, visit);
    }
    const dimension = dimensionFor(query, dimensionsBySize);
    const groupFor = this.#grouping(query, dimension);
    const { period } = query.selection;
    if (period.unit === "hour") {
      this.#hoursAround(period).visitCounts((hour, key, ...counts) => {
        const group = isWithin(period, hour) ? groupFor(key) : undefined;
        if (group !== undefined) visit(hour, group, ...counts);
      });
      return;
    }
    const isByDay = dimension === "facetCompletion";
    const bucketFor = bucketing(query, dimension, isByDay);
    const blocks = this.#fewBlocks(query, dimension, (key) => Math.floor(key / keysInCountBlock));
    const pass: CountVisitor = (bucket, key, ...counts) => {
      const group = groupFor(key);
      if (group !== undefined) visit(bucketFor(bucket), group, ...counts);
    };
    for (const span of spansFor(query, dimension, isByDay)) {
      this.#rollUps.visitCounts(dimension, span, pass, blocks);
    }
  }

  visitPeople(...[query, visit]: Parameters<CountVisits["visitPeople"]>): void {
    const dimension = dimensionFor(query, withPeople);
    const groupFor = this.#grouping(query, dimension);
    const { period } = query.selection;
    if (period.unit === "hour") {
      this.#hoursAround(period).visitPeople((hour, key, addTo) => {
        const group = isWithin(period, hour) ? groupFor(key) : undefined;
        if (group !== undefined) visit(hour, group, addTo);
      });
      return;
    }
    const bucketFor = bucketing(query, dimension);
    const blocks = this.#fewBlocks(query, dimension, (key) =>
      dimension === "facet" ? this.#keys.facetBlock(key) : Math.floor(key / keysInPeopleBlock),
    );
    const pass: PeopleVisitor = (bucket, key, addTo) => {
      const group = groupFor(key);
      if (group !== undefined) visit(bucketFor(bucket), group, addTo);
    };
    for (const span of spansFor(query, dimension)) {
      if (query.isByBucket || blocks !== undefined) {
        this.#rollUps.visitPeople(dimension, span, pass, blocks);
      } else this.#rollUps.visitPeopleOfSpan(dimension, span, pass);
    }
  }

  #visitCompletionsOfHours(...[query, visit]: Parameters<CountVisits["visitCounts"]>): void {
    const { period } = query.selection;
    const counts = this.#hours.of(this.#versionNow(), period, () =>
      countHours(this.#database, period),
    );
    for (const completion of counts.completions) {
      const { facet, outcome, step = "" } = completion;
      const parts = { ...this.#keys.partsOf("facet", facet), outcome, step: String(step) };
      const group = groupOf(query, parts);
      if (group !== undefined) visit(0, group, 1, 0);
    }
  }

  /** Counts of hours, and of hours beside them; remembered until something is stored. */
  #hoursAround(period: Period): HourCounts {
    return this.#hours.ofAtLeast(this.#versionNow(), period, () =>
      countHours(this.#database, period),
    );
  }

  /** Changes whenever something is stored. */
  #versionNow(): string {
    return String(this.#version.get()?.["version"]);
  }

  /** The blocks of the keys that pass a filter, if they are so few that these are better read one by one. */
  #fewBlocks(
    { selection: { kind, filter = {} } }: CountQuery,
    dimension: RollUpDimension,
    blockOf: (key: number) => number | undefined,
  ): readonly number[] | undefined {
    if (Object.keys(filter).length === 0) return undefined;
    const all = new Set<number>();
    const asked = new Set<number>();
    const count = this.#keys.countOf(dimension);
    for (let key = 0; key < count; key += 1) {
      const block = blockOf(key);
      if (block === undefined) continue;
      all.add(block);
      const parts = this.#keys.partsOf(dimension, key);
      if (parts.kind === kind && passes(parts, filter)) asked.add(block);
    }
    return asked.size * fewOf < all.size ? [...asked] : undefined;
  }

  /** For a key: what it is counted under, or nothing if it is not asked for. */
  #grouping(query: CountQuery, dimension: RollUpDimension): (key: number) => string | undefined {
    // Keys are small numbers, and asked for some ten thousand times.
    const known: (string | null)[] = [];
    return (key) => {
      const before = known[key];
      if (before !== undefined) return before ?? undefined;
      const group = groupOf(query, this.#keys.partsOf(dimension, key));
      known[key] = group ?? null;
      return group;
    };
  }
}
