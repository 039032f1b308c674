import type { QueryResultRow } from "pg";
import type { Outcome } from "@action-telemetry/event-schema";
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
  columnByDimension,
  completionsOf,
  countsOf,
  peopleOf,
  selectionValues,
} from "./countSources.ts";
import { outcomes } from "./outcomes.ts";

/** Answers questions. Days, weeks and months come from the roll-ups, hours from the events themselves. */
export class PostgresReader {
  readonly #runner: Runner;

  constructor(runner: Runner) {
    this.#runner = runner;
  }

  async totals(selection: Selection): Promise<Totals> {
    const [row] = await this.#select<Totals>(
      selection,
      `SELECT coalesce(sum(executions), 0)::bigint AS executions,
              coalesce(sum(synthetic), 0)::bigint AS synthetic,
              count(DISTINCT facet.name) FILTER (WHERE executions > 0) AS names,
              (SELECT count(DISTINCT person) FROM ${peopleOf(selection)}) AS users
       FROM ${countsOf(selection)}`,
    );
    return row ?? { executions: 0, users: 0, names: 0, synthetic: 0 };
  }

  series(selection: Selection): Promise<readonly BucketCount[]> {
    return this.#select(
      selection,
      `SELECT bucket, executions, coalesce(users, 0) AS users
       FROM (SELECT bucket, sum(executions)::bigint AS executions
             FROM ${countsOf(selection)} GROUP BY bucket) AS counts
       LEFT JOIN (SELECT bucket, count(DISTINCT person) AS users
                  FROM ${peopleOf(selection)} GROUP BY bucket) AS people USING (bucket)
       WHERE executions > 0 ORDER BY bucket`,
    );
  }

  seriesBy(selection: Selection, dimension: Dimension): Promise<readonly KeyBucketCount[]> {
    return this.#select(
      selection,
      `SELECT bucket, ${columnByDimension[dimension]} AS key, sum(executions)::bigint AS executions
       FROM ${countsOf(selection)} GROUP BY bucket, key HAVING sum(executions) > 0
       ORDER BY bucket, key`,
    );
  }

  breakdown(selection: Selection, dimension: Dimension): Promise<readonly KeyCount[]> {
    const column = columnByDimension[dimension];
    return this.#select(
      selection,
      `SELECT key, executions, coalesce(users, 0) AS users
       FROM (SELECT ${column} AS key, sum(executions)::bigint AS executions
             FROM ${countsOf(selection)} GROUP BY key) AS counts
       LEFT JOIN (SELECT ${column} AS key, count(DISTINCT person) AS users
                  FROM ${peopleOf(selection)} GROUP BY key) AS people USING (key)
       WHERE executions > 0 ORDER BY executions DESC, key`,
    );
  }

  async usersOf(
    selection: Selection,
    dimension: Dimension,
    keys: readonly string[],
  ): Promise<number> {
    const [row] = await this.#runner.rows<{ users: number }>(
      `SELECT count(DISTINCT person) AS users FROM ${peopleOf(selection)}
       WHERE ${columnByDimension[dimension]} = ANY ($${selectionValues(selection).length + 1}::text[])`,
      [...selectionValues(selection), keys],
    );
    return row?.users ?? 0;
  }

  surfacesByName(selection: Selection): Promise<readonly SurfaceCount[]> {
    return this.#select(
      selection,
      `SELECT facet.name AS name, facet.surface AS surface, sum(executions)::bigint AS executions
       FROM ${countsOf(selection)} GROUP BY facet.name, facet.surface
       HAVING sum(executions) > 0 ORDER BY facet.name, executions DESC, facet.surface`,
    );
  }

  async completions(selection: Selection): Promise<readonly CompletionCount[]> {
    const rows = await this.#select<CompletionRow>(
      selection,
      `SELECT facet.name AS name, outcome, step, sum(count)::bigint AS count
       FROM ${completionsOf(selection)} GROUP BY facet.name, outcome, step`,
    );
    return rows
      .map(({ name, outcome, step, count }) => ({
        name,
        outcome: outcomes[outcome] as Outcome,
        ...(step >= 0 && { step }),
        count,
      }))
      .toSorted(
        (one, other) =>
          compare(one.name, other.name) ||
          compare(one.outcome, other.outcome) ||
          (one.step ?? -1) - (other.step ?? -1),
      );
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

  #select<Row extends QueryResultRow>(selection: Selection, sql: string): Promise<readonly Row[]> {
    return this.#runner.rows<Row>(sql, selectionValues(selection));
  }
}

interface CompletionRow {
  readonly name: string;
  readonly outcome: number;
  readonly step: number;
  readonly count: number;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
