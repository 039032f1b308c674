import { type BucketUnit, daysOf, periodTimes } from "../../time/calendar.ts";
import type { Dimension, Filter, Selection } from "../Selection.ts";
import { whereSlot } from "./EventSpans.ts";

/** The only identifiers that ever come into a statement; values are always bound. */
export const columnByDimension: Readonly<Record<Dimension, string>> = {
  name: "facet.name",
  surface: "facet.surface",
  trigger: 'facet."trigger"',
  source: "facet.source",
  platform: "facet.platform",
};

/** `bucketOf` in SQL: of the column `occurred_at` for hours, of the column `day` for the others. */
const bucketBy: Readonly<Record<BucketUnit, string>> = {
  hour: "(occurred_at / 3600000)::integer",
  day: "day",
  week: "(day + 3) / 7",
  month: `((extract(year FROM date '1970-01-01' + day) - 1970) * 12
           + extract(month FROM date '1970-01-01' + day) - 1)::integer`,
};

/** Where counts are read from, to be put behind FROM. All take the values of `selectionValues`. */
export interface CountSources {
  /** Rows of (bucket, executions, synthetic, facet.*). */
  readonly counts: string;
  /** Rows of (executions, synthetic, facet.*), one for each facet. */
  readonly sums: string;
  /** Rows of (bucket, person, facet.*). */
  readonly people: string;
  /** Rows of (outcome, step, count, facet.*). */
  readonly completions: string;
}

/** @param slots - The partitions in which events of the period can be; only of importance for hours. */
export function countSources(selection: Selection, slots: readonly number[]): CountSources {
  const { unit } = selection.period;
  const join = (rows: string) => `(${rows}) AS source
    JOIN facet ON facet.id = facet_id AND facet.kind = $3 ${whereFacet(selection.filter, 4)}`;
  const sources = unit === "hour" ? hourlySources(slots) : dailySources(bucketBy[unit]);
  return {
    counts: join(sources.counts),
    sums: join(sources.sums),
    people: join(sources.people),
    completions: join(sources.completions),
  };
}

function hourlySources(slots: readonly number[]): CountSources {
  const events = `event WHERE ${whereSlot(slots)} AND occurred_at >= $1 AND occurred_at < $2`;
  const counts = `facet AS facet_id, count(*) FILTER (WHERE flags & 2 = 0) AS executions,
                  count(*) FILTER (WHERE flags & 2 <> 0) AS synthetic
                  FROM ${events} AND completes IS NULL`;
  return {
    counts: `SELECT ${bucketBy.hour} AS bucket, ${counts} GROUP BY bucket, facet_id`,
    sums: `SELECT ${counts} GROUP BY facet_id`,
    people: `SELECT ${bucketBy.hour} AS bucket, facet AS facet_id, person
             FROM ${events} AND completes IS NULL AND flags & 2 = 0`,
    completions: `SELECT counted_as AS facet_id, outcome, step, 1 AS count
                  FROM ${events} AND completes IS NOT NULL AND outcome IS NOT NULL AND flags & 2 = 0`,
  };
}

function dailySources(bucket: string): CountSources {
  const columns = (more: string) => `SELECT ${bucket} AS bucket, facet AS facet_id, ${more}`;
  const during = "WHERE day >= $1 AND day < $2";
  return {
    counts: `${columns("executions, synthetic")} FROM day_count ${during}`,
    sums: `SELECT facet AS facet_id, sum(executions)::bigint AS executions,
                  sum(synthetic)::bigint AS synthetic
           FROM day_count ${during} GROUP BY facet_id`,
    people: `${columns("person")} FROM day_person ${during}`,
    completions: `${columns("outcome, step, count")} FROM day_completion ${during}`,
  };
}

/** The values of the three sources: the ends of the period, the kind, and those of the filter. */
export function selectionValues({ period, kind, filter }: Selection): readonly unknown[] {
  const { first, last } = daysOf(period);
  const { from, before } = periodTimes(period);
  const ends = period.unit === "hour" ? [from, before] : [first, last + 1];
  return [...ends, kind, ...filterValues(filter)];
}

/** The condition that a facet passes a filter, whose values begin with the parameter of this number. */
export function whereFacet(filter: Filter | undefined, first: number): string {
  return filteredDimensions(filter)
    .map((dimension, index) => ` AND ${columnByDimension[dimension]} = $${first + index}`)
    .join("");
}

/** The values of `whereFacet`. */
export function filterValues(filter: Filter | undefined): readonly unknown[] {
  return filteredDimensions(filter).map((dimension) => filter?.[dimension]);
}

/** The dimensions that a filter names, always in the same order. */
export function filteredDimensions(filter: Filter = {}): readonly Dimension[] {
  return (Object.keys(columnByDimension) as Dimension[]).filter(
    (dimension) => filter[dimension] !== undefined,
  );
}
