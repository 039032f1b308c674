import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
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
import type { Tally } from "../EventRecord.ts";
import { type BucketUnit, type Period, daysOf, periodTimes } from "../../time/calendar.ts";
import { untrustedFlag } from "./flags.ts";
import { latencyStep } from "./migrations.ts";
import { columnByDimension, whereFacet } from "./whereFacet.ts";

/** Answers questions. Hours come from the events themselves, longer units from the roll-ups. */
export class SqliteReader {
  readonly #database: DatabaseSync;
  readonly #statementBySql = new Map<string, StatementSync>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  totals(selection: Selection): Totals {
    const [counts] = this.#rows<Omit<Totals, "users">>(
      `SELECT COALESCE(SUM(executions), 0) AS executions, COALESCE(SUM(synthetic), 0) AS synthetic,
              COUNT(DISTINCT CASE WHEN executions > 0 THEN facet.name END) AS names
       FROM ${countsOf(selection)}`,
      bind(selection),
    );
    const [people] = this.#rows<{ readonly users: number }>(
      `SELECT COUNT(DISTINCT person) AS users FROM ${peopleOf(selection)}`,
      bind(selection),
    );
    return { executions: 0, names: 0, synthetic: 0, ...counts, users: people?.users ?? 0 };
  }

  series(selection: Selection): readonly BucketCount[] {
    return this.#rows(
      `SELECT bucket, SUM(executions) AS executions, SUM(users) AS users FROM (
         SELECT bucket, SUM(executions) AS executions, 0 AS users
         FROM ${countsOf(selection)} GROUP BY bucket
         UNION ALL
         SELECT bucket, 0, COUNT(DISTINCT person) FROM ${peopleOf(selection)} GROUP BY bucket
       ) GROUP BY bucket HAVING SUM(executions) > 0 ORDER BY bucket`,
      [...bind(selection), ...bind(selection)],
    );
  }

  seriesBy(selection: Selection, dimension: Dimension): readonly KeyBucketCount[] {
    return this.#rows(
      `SELECT bucket, ${columnByDimension[dimension]} AS key, SUM(executions) AS executions
       FROM ${countsOf(selection)} GROUP BY bucket, key HAVING SUM(executions) > 0
       ORDER BY bucket, key`,
      bind(selection),
    );
  }

  breakdown(selection: Selection, dimension: Dimension): readonly KeyCount[] {
    const column = columnByDimension[dimension];
    return this.#rows(
      `SELECT key, SUM(executions) AS executions, SUM(users) AS users FROM (
         SELECT ${column} AS key, SUM(executions) AS executions, 0 AS users
         FROM ${countsOf(selection)} GROUP BY key
         UNION ALL
         SELECT ${column} AS key, 0, COUNT(DISTINCT person)
         FROM ${peopleOf(selection)} GROUP BY key
       ) GROUP BY key HAVING SUM(executions) > 0 ORDER BY executions DESC, key`,
      [...bind(selection), ...bind(selection)],
    );
  }

  usersOf(selection: Selection, dimension: Dimension, keys: readonly string[]): number {
    const [people] = this.#rows<{ readonly users: number }>(
      `SELECT COUNT(DISTINCT person) AS users FROM ${peopleOf(selection)}
       WHERE ${columnByDimension[dimension]} IN (SELECT value FROM json_each(?))`,
      [...bind(selection), JSON.stringify(keys)],
    );
    return people?.users ?? 0;
  }

  surfacesByName(selection: Selection): readonly SurfaceCount[] {
    return this.#rows(
      `SELECT facet.name AS name, facet.surface AS surface, SUM(executions) AS executions
       FROM ${countsOf(selection)} GROUP BY facet.name, facet.surface
       HAVING SUM(executions) > 0 ORDER BY facet.name, executions DESC, facet.surface`,
      bind(selection),
    );
  }

  tallies(period: Period): readonly Tally[] {
    const { first, last } = daysOf(period);
    return this.#rows(
      `SELECT kind, reason, SUM(count) AS count FROM tally WHERE day BETWEEN ? AND ?
       GROUP BY kind, reason ORDER BY kind, count DESC, reason`,
      [first, last],
    );
  }

  completions(selection: Selection): readonly CompletionCount[] {
    const rows = this.#rows<CompletionRow>(
      `SELECT facet.name AS name, outcome, step, SUM(count) AS count
       FROM ${completionsOf(selection)} GROUP BY facet.name, outcome, step
       ORDER BY facet.name, outcome, step`,
      bind(selection),
    );
    return rows.map(({ step, ...row }) => (step < 0 ? row : { ...row, step }));
  }

  names(): readonly NameSpan[] {
    return this.#rows(
      `SELECT name, kind, MIN(day) AS first, MAX(day) AS last
       FROM day_count JOIN facet ON facet.id = facet WHERE executions > 0
       GROUP BY name, kind ORDER BY name, kind`,
      [],
    );
  }

  /** The rows of a statement whose columns are named as the fields of `Row`. */
  #rows<Row>(sql: string, values: readonly SQLInputValue[]): readonly Row[] {
    return this.#prepare(sql)
      .all(...values)
      .map((row) => ({ ...row }) as Row);
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statementBySql.get(sql);
    if (known !== undefined) return known;
    const statement = this.#database.prepare(sql);
    this.#statementBySql.set(sql, statement);
    return statement;
  }
}

interface CompletionRow extends CompletionCount {
  readonly step: number;
}

/** Each of the three sources below takes these values, in this order. */
function bind({ period, kind, filter }: Selection): readonly SQLInputValue[] {
  const { first, last } = daysOf(period);
  const { from, before } = periodTimes(period);
  const ends = period.unit === "hour" ? [from, before] : [first, last + 1];
  return [...ends, kind, ...whereFacet(filter).values];
}

/** Rows of (bucket, executions, synthetic, facet.*). */
function countsOf(selection: Selection): string {
  return join(
    selection,
    `SELECT ${bucketBy.hour} AS bucket, facet AS facet_id,
            SUM(flags & ${untrustedFlag} = 0) AS executions,
            SUM(flags & ${untrustedFlag} <> 0) AS synthetic
     FROM event WHERE occurred_at >= ? AND occurred_at < ? AND completes IS NULL
     GROUP BY bucket, facet_id`,
    `SELECT ${bucketBy[selection.period.unit]} AS bucket, facet AS facet_id, executions, synthetic
     FROM day_count WHERE day >= ? AND day < ?`,
  );
}

/** Rows of (bucket, person, facet.*). */
function peopleOf(selection: Selection): string {
  return join(
    selection,
    `SELECT ${bucketBy.hour} AS bucket, facet AS facet_id, person
     FROM event WHERE occurred_at >= ? AND occurred_at < ?
       AND completes IS NULL AND flags & ${untrustedFlag} = 0`,
    `SELECT ${bucketBy[selection.period.unit]} AS bucket, facet AS facet_id, person
     FROM day_person WHERE day >= ? AND day < ?`,
  );
}

/** Rows of (outcome, step, count, facet.*). */
function completionsOf(selection: Selection): string {
  return join(
    selection,
    `SELECT facet AS facet_id, outcome, ${latencyStep} AS step, 1 AS count
     FROM event WHERE occurred_at >= ? AND occurred_at < ?
       AND completes IS NOT NULL AND outcome IS NOT NULL AND flags & ${untrustedFlag} = 0`,
    `SELECT facet AS facet_id, outcome, step, count
     FROM day_completion WHERE day >= ? AND day < ?`,
  );
}

function join({ period, filter }: Selection, hourly: string, daily: string): string {
  return `(${period.unit === "hour" ? hourly : daily})
          JOIN facet ON facet.id = facet_id AND facet.kind = ? ${whereFacet(filter).sql}`;
}

/** `bucketOf` in SQL: of the column `occurred_at` for hours, of the column `day` for the others. */
const bucketBy: Readonly<Record<BucketUnit, string>> = {
  hour: "occurred_at / 3600000",
  day: "day",
  week: "(day + 3) / 7",
  month: `(CAST(strftime('%Y', day * 86400, 'unixepoch') AS INTEGER) - 1970) * 12
          + CAST(strftime('%m', day * 86400, 'unixepoch') AS INTEGER) - 1`,
};
