import type { QueryResultRow } from "pg";
import { type Period, daysOf, periodTimes } from "../../time/calendar.ts";
import type { Tally } from "../EventRecord.ts";
import type {
  BucketCount,
  CompletionCount,
  Dimension,
  KeyBucketCount,
  KeyCount,
  NameSpan,
  Selection,
  SurfaceCount,
  Totals,
} from "../Selection.ts";
import type { Runner } from "./PostgresConnections.ts";
import {
  type CountSources,
  columnByDimension,
  countSources,
  selectionValues,
} from "./countSources.ts";
import { EventSpans } from "./EventSpans.ts";
import { outcomes } from "./outcomes.ts";

/** Answers questions. Days, weeks and months come from the roll-ups, hours from the events themselves. */
export class PostgresReader {
  readonly #runner: Runner;
  readonly #spans: EventSpans;

  constructor(runner: Runner) {
    this.#runner = runner;
    this.#spans = new EventSpans(runner);
  }

  async totals(selection: Selection): Promise<Totals> {
    const [row] = await this.#select<Totals>(
      selection,
      ({ counts, people }) =>
        `SELECT coalesce(sum(executions), 0)::bigint AS executions,
                coalesce(sum(synthetic), 0)::bigint AS synthetic,
                count(DISTINCT facet.name) FILTER (WHERE executions > 0) AS names,
                (SELECT count(*) FROM (SELECT DISTINCT person FROM ${people}) AS each) AS users
         FROM ${counts}`,
    );
    return row ?? { executions: 0, users: 0, names: 0, synthetic: 0 };
  }

  series(selection: Selection): Promise<readonly BucketCount[]> {
    return this.#select(
      selection,
      (
        sources,
      ) => `SELECT key AS bucket, executions, coalesce(users, 0) AS users FROM ${countKeys(sources, "bucket")}
                    ORDER BY bucket`,
    );
  }

  seriesBy(selection: Selection, dimension: Dimension): Promise<readonly KeyBucketCount[]> {
    return this.#select(
      selection,
      ({ counts }) =>
        `SELECT bucket, ${columnByDimension[dimension]} AS key, sum(executions)::bigint AS executions
         FROM ${counts} GROUP BY bucket, key HAVING sum(executions) > 0 ORDER BY bucket, key`,
    );
  }

  breakdown(selection: Selection, dimension: Dimension): Promise<readonly KeyCount[]> {
    return this.#select(
      selection,
      (sources) =>
        `SELECT key, executions, coalesce(users, 0) AS users FROM ${countKeys(sources, columnByDimension[dimension])}
         ORDER BY executions DESC, key`,
    );
  }

  async usersOf(
    selection: Selection,
    dimension: Dimension,
    keys: readonly string[],
  ): Promise<number> {
    const wanted = `$${selectionValues(selection).length + 1}::text[]`;
    const [row] = await this.#select<{ users: number }>(
      selection,
      ({ people }) =>
        `SELECT count(*) AS users FROM (
           SELECT DISTINCT person FROM ${people}
           WHERE ${columnByDimension[dimension]} = ANY (${wanted})) AS each`,
      [keys],
    );
    return row?.users ?? 0;
  }

  surfacesByName(selection: Selection): Promise<readonly SurfaceCount[]> {
    return this.#select(
      selection,
      ({ counts }) =>
        `SELECT facet.name AS name, facet.surface AS surface, sum(executions)::bigint AS executions
         FROM ${counts} GROUP BY facet.name, facet.surface
         HAVING sum(executions) > 0 ORDER BY facet.name, executions DESC, facet.surface`,
    );
  }

  async completions(selection: Selection): Promise<readonly CompletionCount[]> {
    const rows = await this.#select<CompletionRow>(
      selection,
      (sources) =>
        `SELECT facet.name AS name, ${outcomeName} AS outcome, step, sum(count)::bigint AS count
         FROM ${sources.completions} GROUP BY facet.name, outcome, step
         ORDER BY facet.name, ${outcomeName}, step`,
    );
    return rows.map(({ step, ...row }) => (step < 0 ? row : { ...row, step }));
  }

  names(): Promise<readonly NameSpan[]> {
    return this.#runner.rows(
      `SELECT name, kind, min(day) AS first, max(day) AS last, bool_or(has_arguments) AS "hasArguments"
       FROM day_count JOIN facet ON facet.id = facet WHERE executions > 0
       GROUP BY name, kind ORDER BY name, kind`,
    );
  }

  tallies(period: Period): Promise<readonly Tally[]> {
    const { first, last } = daysOf(period);
    return this.#runner.rows(
      `SELECT kind, reason, sum(count)::bigint AS count FROM tally WHERE day BETWEEN $1 AND $2
       GROUP BY kind, reason ORDER BY kind, count DESC, reason`,
      [first, last],
    );
  }

  async #select<Row extends QueryResultRow>(
    selection: Selection,
    write: (sources: CountSources) => string,
    moreValues: readonly unknown[] = [],
  ): Promise<readonly Row[]> {
    const { from, before } = periodTimes(selection.period);
    const isHourly = selection.period.unit === "hour";
    const slots = isHourly ? await this.#spans.occurredWithin(from, before) : [];
    const values = [...selectionValues(selection), ...moreValues];
    return this.#runner.rows<Row>(write(countSources(selection, slots)), values);
  }
}

interface CompletionRow extends CompletionCount {
  readonly step: number;
}

/** The name of the outcome that a number in the column `outcome` stands for. */
const outcomeName = `(ARRAY[${outcomes.map((name) => `'${name}'`).join(", ")}] COLLATE "C")[outcome + 1]`;

/** Rows of (key, executions, users), of keys that were executed. */
function countKeys({ counts, people }: CountSources, key: string): string {
  // To count each person once, distinct rows are counted: several times as fast as `count(DISTINCT person)`.
  return `(SELECT ${key} AS key, sum(executions)::bigint AS executions
           FROM ${counts} GROUP BY 1 HAVING sum(executions) > 0) AS counted
          LEFT JOIN (SELECT key, count(*) AS users
                FROM (SELECT DISTINCT ${key} AS key, person FROM ${people}) AS each
                GROUP BY key) AS met USING (key)`;
}
