import { bucketOf, bucketStart, daysOf, isWithin } from "../../../time/calendar.ts";
import {
  type CountQuery,
  type CountVisits,
  bucketing,
  dimensionFor,
  groupOf,
  spansFor,
} from "../../rollups/CountQuery.ts";
import { visitCountBlock } from "../../rollups/countBlock.ts";
import { visitPeopleBlock } from "../../rollups/peopleBlock.ts";
import { addPeople, peopleInChunk } from "../../rollups/peopleSet.ts";
import {
  type KeyParts,
  type RollUpDimension,
  dimensionsBySize,
} from "../../rollups/RollUpDimension.ts";
import type { FacetTable } from "./FacetTable.ts";
import type { HourCounts } from "./HourCounts.ts";
import type { OpenCounts } from "./OpenCounts.ts";
import type { Block, BlockRange, RollUpBlocks } from "./RollUpBlocks.ts";

/** Dimensions that know people. */
const withPeople = dimensionsBySize.filter((dimension) => dimension !== "nameSurface");

/** Days are within these. */
const everyDay = { unit: "day", first: -(2 ** 31), last: 2 ** 31 - 1 } as const;

/** Where counts are found; all questions share them. */
export interface CountParts {
  readonly open: OpenCounts;
  readonly blocks: RollUpBlocks;
  readonly facets: FacetTable;
  readonly hours: HourCounts;
}

type Visit<Name extends keyof CountVisits> = Parameters<CountVisits[Name]>[1];

/**
 * All counts as one question sees them. What it asks for and is not in memory is noted, and read by `learn`; then the
 * question is to be asked again.
 */
export class CountView implements CountVisits {
  readonly #parts: CountParts;
  readonly #found = new Map<string, unknown>();
  readonly #missing = new Map<string, () => Promise<unknown>>();

  constructor(parts: CountParts) {
    this.#parts = parts;
  }

  /** Whether something was asked for that is not in memory: the answer is wrong then. */
  get lacksParts(): boolean {
    return this.#missing.size > 0 || this.#parts.facets.lacksRows;
  }

  /** Reads what was asked for. */
  async learn(): Promise<void> {
    const missing = [...this.#missing];
    this.#missing.clear();
    const { facets, open } = this.#parts;
    await Promise.all([
      facets.learn(),
      ...missing.map(async ([name, read]) => this.#found.set(name, await read())),
    ]);
    // Something was moved into the roll-ups meanwhile: what is open must fit to what was read.
    const isLater = [...this.#found.values()].some(
      (part) => isOfGeneration(part) && part.generation > open.generation,
    );
    if (isLater) await open.refresh();
  }

  visitCounts(query: CountQuery, visit: Visit<"visitCounts">): void {
    if (query.selection.period.unit === "hour") return this.#visitHours(query, visit);
    const dimension = dimensionFor(query, dimensionsBySize);
    const groupFor = this.#grouping(query, dimension);
    const isByDay = dimension === "facetCompletion";
    const bucketFor = bucketing(query, dimension, isByDay);
    for (const span of spansFor(query, dimension, isByDay)) {
      for (const { bucket, data } of this.#blocks({ table: "count_block", dimension, ...span })) {
        visitCountBlock(data, (key, executions, synthetic) => {
          const group = groupFor(key);
          if (group !== undefined) visit(bucketFor(bucket), group, executions, synthetic);
        });
      }
    }
    if (query.by === "completion") this.#visitOpenCompletions(query, visit);
    else {
      this.#visitOpen(query, (bucket, group, { executions, synthetic }) =>
        visit(bucket, group, executions, synthetic),
      );
    }
  }

  visitPeople(query: CountQuery, visit: Visit<"visitPeople">): void {
    if (query.selection.period.unit === "hour") return this.#visitPeopleOfHours(query, visit);
    const dimension = dimensionFor(query, withPeople);
    const groupFor = this.#grouping(query, dimension);
    const bucketFor = bucketing(query, dimension);
    for (const span of spansFor(query, dimension)) {
      const blocks = this.#blocks({ table: "people_block", dimension, ...span });
      for (const { bucket, chunk, data } of blocks) {
        const base = chunk * peopleInChunk;
        visitPeopleBlock(data, (key, start, end) => {
          const group = groupFor(key);
          if (group === undefined) return;
          visit(bucketFor(bucket), group, (bits) => addPeople(bits, data, base, start, end));
        });
      }
    }
    this.#visitOpen(query, (bucket, group, { people }) =>
      visit(bucket, group, (bits) => people.forEach((person) => bits.add(person))),
    );
  }

  /** Visits what was counted of each name on each day. */
  visitNames(visit: (day: number, parts: KeyParts, executions: number) => void): void {
    const { facets, open } = this.#parts;
    for (const { bucket, data } of this.#blocks({
      table: "count_block",
      dimension: "name",
      ...everyDay,
    })) {
      visitCountBlock(data, (key, executions) => {
        const parts = facets.partsOf("name", key);
        if (parts !== undefined) visit(bucket, parts, executions);
      });
    }
    for (const { day, facet, executions } of open.counts.facets) {
      const parts = facets.partsOf("facet", facet);
      if (parts !== undefined) visit(day, parts, executions);
    }
  }

  /** Visits what is not in the roll-ups yet. */
  #visitOpen(
    query: CountQuery,
    visit: (bucket: number, group: string, counts: OpenFacet) => void,
  ): void {
    const groupFor = this.#grouping(query, "facet");
    const bucketFor = bucketOfDay(query);
    const { first, last } = daysOf(query.selection.period);
    for (const counts of this.#parts.open.counts.facets) {
      if (counts.day < first || counts.day > last) continue;
      const group = groupFor(counts.facet);
      if (group !== undefined) visit(bucketFor(counts.day), group, counts);
    }
  }

  #visitOpenCompletions(query: CountQuery, visit: Visit<"visitCounts">): void {
    const groupFor = this.#grouping(query, "facetCompletion");
    const bucketFor = bucketOfDay(query);
    const { first, last } = daysOf(query.selection.period);
    for (const { day, key, count } of this.#parts.open.counts.completions) {
      if (day < first || day > last) continue;
      const group = groupFor(key);
      if (group !== undefined) visit(bucketFor(day), group, count, 0);
    }
  }

  #visitHours(query: CountQuery, visit: Visit<"visitCounts">): void {
    if (query.by === "completion") {
      const groupFor = this.#grouping(query, "facetCompletion");
      for (const { key, count } of this.#hours(query, "read")?.completions ?? []) {
        const group = groupFor(key);
        if (group !== undefined) visit(0, group, count, 0);
      }
      return;
    }
    const groupFor = this.#grouping(query, "facet");
    const { period } = query.selection;
    const counts = this.#hours(query, "readAround")?.facets ?? [];
    for (const { day: hour, facet, executions, synthetic } of counts) {
      const group = isWithin(period, hour) ? groupFor(facet) : undefined;
      if (group !== undefined) visit(hour, group, executions, synthetic);
    }
  }

  #visitPeopleOfHours(query: CountQuery, visit: Visit<"visitPeople">): void {
    const groupFor = this.#grouping(query, "facet");
    const { period } = query.selection;
    for (const { day: hour, facet, people } of this.#hours(query, "readAround")?.facets ?? []) {
      const group = isWithin(period, hour) ? groupFor(facet) : undefined;
      if (group === undefined) continue;
      visit(hour, group, (bits) => people.forEach((person) => bits.add(person)));
    }
  }

  #hours({ selection: { period } }: CountQuery, how: "read" | "readAround") {
    const { open, hours } = this.#parts;
    const version = `${open.generation}.${open.sequence}`;
    const name = `hours ${how} ${period.first} ${period.last}`;
    return this.#find(
      name,
      () => hours[how](period, version),
      () => true,
    );
  }

  #blocks(range: BlockRange): readonly Block[] {
    const { blocks, open } = this.#parts;
    const known = blocks.known(range, open.generation);
    if (known !== undefined) return known.blocks;
    const name = `${range.table} ${range.dimension} ${range.unit} ${range.first} ${range.last}`;
    const found = this.#find(
      name,
      () => blocks.read(range, open.generation),
      ({ generation }) => generation === open.generation,
    );
    return found?.blocks ?? [];
  }

  /** What has been read, or nothing, and it is noted that it is missing. */
  #find<Part>(
    name: string,
    read: () => Promise<Part>,
    isCurrent: (part: Part) => boolean,
  ): Part | undefined {
    const found = this.#found.get(name) as Part | undefined;
    if (found !== undefined && isCurrent(found)) return found;
    this.#missing.set(name, read);
    return undefined;
  }

  /** For a key: what it is counted under, or nothing if it is not asked for. */
  #grouping(query: CountQuery, dimension: RollUpDimension): (key: number) => string | undefined {
    const known = new Map<number, string | undefined>();
    return (key) => {
      if (known.has(key)) return known.get(key);
      const parts = this.#parts.facets.partsOf(dimension, key);
      const group = parts && groupOf(query, parts);
      known.set(key, group);
      return group;
    };
  }
}

interface OpenFacet {
  readonly executions: number;
  readonly synthetic: number;
  readonly people: readonly number[];
}

function isOfGeneration(part: unknown): part is { readonly generation: number } {
  return typeof part === "object" && part !== null && "generation" in part;
}

function bucketOfDay({ selection: { period }, isByBucket }: CountQuery): (day: number) => number {
  return isByBucket ? (day) => bucketOf(period.unit, bucketStart("day", day)) : () => 0;
}
