import { type BucketUnit, daysOf, periodTimes } from "../../time/calendar.ts";
import type { Dimension, Filter, Selection } from "../Selection.ts";

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

/** Each of the three sources below takes these values, in this order. */
export function selectionValues({ period, kind, filter = {} }: Selection): readonly unknown[] {
  const { first, last } = daysOf(period);
  const { from, before } = periodTimes(period);
  const ends = period.unit === "hour" ? [from, before] : [first, last + 1];
  return [...ends, kind, ...filteredDimensions(filter).map((dimension) => filter[dimension])];
}

/** Rows of (bucket, executions, synthetic, facet.*). */
export function countsOf(selection: Selection): string {
  return joinFacet(
    selection,
    `SELECT ${bucketBy.hour} AS bucket, facet AS facet_id,
            count(*) FILTER (WHERE flags & 2 = 0) AS executions,
            count(*) FILTER (WHERE flags & 2 <> 0) AS synthetic
     FROM event WHERE occurred_at >= $1 AND occurred_at < $2 AND completes IS NULL
     GROUP BY bucket, facet_id`,
    `SELECT ${bucketBy[selection.period.unit]} AS bucket, facet AS facet_id, executions, synthetic
     FROM day_count WHERE day >= $1 AND day < $2`,
  );
}

/** Rows of (bucket, person, facet.*). */
export function peopleOf(selection: Selection): string {
  return joinFacet(
    selection,
    `SELECT ${bucketBy.hour} AS bucket, facet AS facet_id, person
     FROM event WHERE occurred_at >= $1 AND occurred_at < $2
       AND completes IS NULL AND flags & 2 = 0`,
    `SELECT ${bucketBy[selection.period.unit]} AS bucket, facet AS facet_id, person
     FROM day_person WHERE day >= $1 AND day < $2`,
  );
}

/** Rows of (outcome, step, count, facet.*). */
export function completionsOf(selection: Selection): string {
  return joinFacet(
    selection,
    `SELECT counted_as AS facet_id, outcome, step, 1 AS count
     FROM event WHERE occurred_at >= $1 AND occurred_at < $2
       AND completes IS NOT NULL AND outcome IS NOT NULL AND flags & 2 = 0`,
    `SELECT facet AS facet_id, outcome, step, count
     FROM day_completion WHERE day >= $1 AND day < $2`,
  );
}

/** The condition that a facet passes a filter, whose values begin with the parameter of this number. */
export function whereFacet(filter: Filter, first: number): string {
  return filteredDimensions(filter)
    .map((dimension, index) => ` AND ${columnByDimension[dimension]} = $${first + index}`)
    .join("");
}

/** The dimensions that a filter names, always in the same order. */
export function filteredDimensions(filter: Filter): readonly Dimension[] {
  return (Object.keys(columnByDimension) as Dimension[]).filter(
    (dimension) => filter[dimension] !== undefined,
  );
}

function joinFacet({ period, filter = {} }: Selection, hourly: string, daily: string): string {
  return `(${period.unit === "hour" ? hourly : daily}) AS source
          JOIN facet ON facet.id = facet_id AND facet.kind = $3 ${whereFacet(filter, 4)}`;
}
