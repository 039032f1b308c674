import type { Dimension, Selection } from "../Selection.ts";
import { PeopleBits } from "../rollups/PeopleBits.ts";
import { addPeople, peopleInChunk } from "../rollups/peopleSet.ts";
import { rollUpUnits } from "../rollups/RollUpSpan.ts";
import { spansOf } from "../rollups/spansOf.ts";
import {
  columnByDimension,
  countSources,
  filteredDimensions,
  selectionValues,
  whereFacet,
} from "./countSources.ts";
import { EventSpans } from "./EventSpans.ts";
import { type PeopleDimension, peopleDimensions } from "./peoplePlaces.ts";
import type { Runner } from "./PostgresConnections.ts";

/** By what people are counted. */
export type PeopleGroup = "all" | "bucket" | Dimension;

/** Some values of a dimension. */
export interface DimensionKeys {
  readonly dimension: Dimension;
  readonly keys: readonly string[];
}

interface PeopleRow {
  readonly key: string | number;
  /** Of a set; absent for people who are still in rows. */
  readonly chunk: number | null;
  readonly people: Buffer | null;
  /** As PostgreSQL writes an array. */
  readonly listed: string | null;
}

/**
 * Counts distinct users: of hours by the events, else of the sets of days that are over, the fewest that make up the
 * period, and of rows for the rest.
 */
export class PeopleCounter {
  readonly #runner: Runner;
  readonly #spans: EventSpans;

  constructor(runner: Runner) {
    this.#runner = runner;
    this.#spans = new EventSpans(runner);
  }

  /** @param only - Only these values count. */
  async count(
    selection: Selection,
    group: PeopleGroup,
    only?: DimensionKeys,
  ): Promise<ReadonlyMap<string | number, number>> {
    const { period, filter } = selection;
    const slots = await this.#spans.countedIn(period);
    const values = [...selectionValues(selection), ...(only === undefined ? [] : [only.keys])];
    const condition =
      only === undefined
        ? ""
        : `WHERE ${columnByDimension[only.dimension]} = ANY ($${values.length}::text[])`;
    const rows = `SELECT DISTINCT ${groupColumn(group)} AS key, person
      FROM ${countSources(selection, slots).people} ${condition}`;
    if (period.unit === "hour") return this.#countRows(rows, values);
    const asked = [group, only?.dimension, ...filteredDimensions(filter)];
    const sets = `${setsOf(selection, group, setDimension(asked))} ${condition}`;
    const found = await this.#runner.rows<PeopleRow>(
      `SELECT key, chunk, people, NULL AS listed FROM ${sets}
       UNION ALL
       SELECT key, NULL, NULL, array_agg(person)::text FROM (${rows}) AS rows GROUP BY key`,
      values,
    );
    return new Map([...unite(found)].map(([key, people]) => [key, people.count()]));
  }

  async #countRows(rows: string, values: readonly unknown[]) {
    const counts = await this.#runner.rows<{ key: string | number; users: number }>(
      `SELECT key, count(*) AS users FROM (${rows}) AS rows GROUP BY key`,
      values,
    );
    return new Map(counts.map(({ key, users }) => [key, users]));
  }
}

function groupColumn(group: PeopleGroup): string {
  if (group === "all") return "''";
  return group === "bucket" ? "bucket" : columnByDimension[group];
}

/** The sets in which a question about these dimensions can be answered. */
function setDimension(asked: readonly (PeopleGroup | undefined)[]): PeopleDimension {
  const dimensions = new Set<PeopleDimension>();
  for (const each of asked) {
    if (each !== undefined && each !== "all" && each !== "bucket") dimensions.add(each);
  }
  const [only = "all", ...others] = dimensions;
  return others.length === 0 ? only : "facet";
}

/** Rows of (key, chunk, people, facet.*). */
function setsOf(selection: Selection, group: PeopleGroup, dimension: PeopleDimension): string {
  const { period, filter } = selection;
  const spans = (group === "bucket" ? [period] : spansOf(period)).map(
    ({ unit, first, last }) =>
      `unit = ${rollUpUnits.findIndex((known) => known === unit)} AND bucket BETWEEN ${first} AND ${last}`,
  );
  return `(SELECT bucket, chunk, people, key AS facet_id FROM people_set
           WHERE dimension = ${peopleDimensions.indexOf(dimension)}
             AND (${spans.map((span) => `(${span})`).join(" OR ")})) AS sets
          JOIN facet ON facet.id = facet_id AND facet.kind = $3 ${whereFacet(filter, 4)}
          CROSS JOIN LATERAL (SELECT ${groupColumn(group)} AS key) AS grouped`;
}

function unite(rows: readonly PeopleRow[]): ReadonlyMap<string | number, PeopleBits> {
  const byKey = new Map<string | number, PeopleBits>();
  for (const { key, chunk, people, listed } of rows) {
    const united = byKey.get(key) ?? new PeopleBits();
    byKey.set(key, united);
    if (people !== null) addPeople(united, people, (chunk ?? 0) * peopleInChunk);
    else for (const person of listed?.slice(1, -1).split(",") ?? []) united.add(Number(person));
  }
  return byKey;
}
