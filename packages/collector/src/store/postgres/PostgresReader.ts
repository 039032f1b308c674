import type { QueryResultRow } from "pg";
import { type Period, daysOf } from "../../time/calendar.ts";
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
import { PeopleCounter } from "./PeopleCounter.ts";

/** Answers questions. Days, weeks and months come from the roll-ups, hours from the events themselves. */
export class PostgresReader {
  readonly #runner: Runner;
  readonly #spans: EventSpans;
  readonly #people: PeopleCounter;

  constructor(runner: Runner) {
    this.#runner = runner;
    this.#spans = new EventSpans(runner);
    this.#people = new PeopleCounter(runner);
  }

  async totals(selection: Selection): Promise<Totals> {
    const [counted, users] = await Promise.all([
      this.#select<Omit<Totals, "users">>(
        selection,
        ({ sums }) =>
          `SELECT coalesce(sum(executions), 0)::bigint AS executions,
                  coalesce(sum(synthetic), 0)::bigint AS synthetic,
                  count(DISTINCT facet.name) FILTER (WHERE executions > 0) AS names
           FROM ${sums}`,
      ),
      this.#people.count(selection, "all"),
    ]);
    return { executions: 0, names: 0, synthetic: 0, ...counted[0], users: users.get("") ?? 0 };
  }

  async series(selection: Selection): Promise<readonly BucketCount[]> {
    const [counted, users] = await Promise.all([
      this.#select<Omit<BucketCount, "users">>(
        selection,
        ({ counts }) =>
          `SELECT bucket, sum(executions)::bigint AS executions FROM ${counts}
           GROUP BY bucket HAVING sum(executions) > 0 ORDER BY bucket`,
      ),
      this.#people.count(selection, "bucket"),
    ]);
    return counted.map((row) => ({ ...row, users: users.get(row.bucket) ?? 0 }));
  }

  seriesBy(selection: Selection, dimension: Dimension): Promise<readonly KeyBucketCount[]> {
    return this.#select(
      selection,
      ({ counts }) =>
        `SELECT bucket, ${columnByDimension[dimension]} AS key, sum(executions)::bigint AS executions
         FROM ${counts} GROUP BY bucket, key HAVING sum(executions) > 0 ORDER BY bucket, key`,
    );
  }

  async breakdown(selection: Selection, dimension: Dimension): Promise<readonly KeyCount[]> {
    const [counted, users] = await Promise.all([
      this.#select<Omit<KeyCount, "users">>(
        selection,
        ({ sums }) =>
          `SELECT ${columnByDimension[dimension]} AS key, sum(executions)::bigint AS executions
           FROM ${sums} GROUP BY key HAVING sum(executions) > 0 ORDER BY executions DESC, key`,
      ),
      this.#people.count(selection, dimension),
    ]);
    return counted.map((row) => ({ ...row, users: users.get(row.key) ?? 0 }));
  }

  async usersOf(
    selection: Selection,
    dimension: Dimension,
    keys: readonly string[],
  ): Promise<number> {
    const users = await this.#people.count(selection, "all", { dimension, keys });
    return users.get("") ?? 0;
  }

  surfacesByName(selection: Selection): Promise<readonly SurfaceCount[]> {
    return this.#select(
      selection,
      ({ sums }) =>
        `SELECT facet.name AS name, facet.surface AS surface, sum(executions)::bigint AS executions
         FROM ${sums} GROUP BY facet.name, facet.surface
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
      `SELECT name, kind, min(day) AS first, max(day) AS last, has_arguments AS "hasArguments"
       FROM day_count
       JOIN (SELECT id, name, kind, bool_or(has_arguments) OVER (PARTITION BY name, kind) AS has_arguments
             FROM facet) AS facet ON facet.id = facet
       WHERE executions > 0 GROUP BY name, kind, has_arguments ORDER BY name, kind`,
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
  ): Promise<readonly Row[]> {
    const slots = await this.#spans.countedIn(selection.period);
    const sql = write(countSources(selection, slots));
    return this.#runner.rows<Row>(sql, selectionValues(selection));
  }
}

interface CompletionRow extends CompletionCount {
  readonly step: number;
}

/** The name of the outcome that a number in the column `outcome` stands for. */
const outcomeName = `(ARRAY[${outcomes.map((name) => `'${name}'`).join(", ")}] COLLATE "C")[outcome + 1]`;
