import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import type {
  BucketCount,
  Dimension,
  KeyBucketCount,
  KeyCount,
  Selection,
  SurfaceCount,
  Totals,
} from "../Selection.ts";
import type { StoredEvent } from "../StoredEvent.ts";
import type { Tally } from "../EventRecord.ts";
import { type Period, bucketOf, bucketStart } from "../../time/calendar.ts";
import { rowToStoredEvent, storedEventQuery } from "./storedEventQuery.ts";
import { untrustedFlag } from "./flags.ts";

/** The only identifiers that ever come into a statement; values are always bound. */
const columnByDimension: Readonly<Record<Dimension, string>> = {
  name: "facet.name",
  surface: "facet.surface",
  trigger: 'facet."trigger"',
  source: "facet.source",
  platform: "facet.platform",
};

/** Answers questions. Days come from the roll-ups, hours from the events themselves. */
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

  tallies({ unit, first, last }: Period): readonly Tally[] {
    return this.#rows(
      `SELECT kind, reason, SUM(count) AS count FROM tally WHERE day BETWEEN ? AND ?
       GROUP BY kind, reason ORDER BY kind, count DESC, reason`,
      [bucketOf("day", bucketStart(unit, first)), bucketOf("day", bucketStart(unit, last))],
    );
  }

  latest(limit: number): readonly StoredEvent[] {
    return this.#prepare(storedEventQuery).all(limit).map(rowToStoredEvent);
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

function bind({ period, kind }: Selection): readonly SQLInputValue[] {
  const { unit, first, last } = period;
  if (unit === "day") return [first, last, kind];
  return [bucketStart("hour", first), bucketStart("hour", last + 1), kind];
}

/** Rows of (bucket, executions, synthetic, facet.*). */
function countsOf({ period }: Selection): string {
  return period.unit === "day"
    ? `(SELECT day AS bucket, facet AS facet_id, executions, synthetic
        FROM day_count WHERE day BETWEEN ? AND ?)
       JOIN facet ON facet.id = facet_id AND facet.kind = ?`
    : `(SELECT occurred_at / 3600000 AS bucket, facet AS facet_id,
               SUM(flags & ${untrustedFlag} = 0) AS executions,
               SUM(flags & ${untrustedFlag} <> 0) AS synthetic
        FROM event WHERE occurred_at >= ? AND occurred_at < ? AND completes IS NULL
        GROUP BY bucket, facet_id)
       JOIN facet ON facet.id = facet_id AND facet.kind = ?`;
}

/** Rows of (bucket, person, facet.*). */
function peopleOf({ period }: Selection): string {
  return period.unit === "day"
    ? `(SELECT day AS bucket, facet AS facet_id, person FROM day_person WHERE day BETWEEN ? AND ?)
       JOIN facet ON facet.id = facet_id AND facet.kind = ?`
    : `(SELECT occurred_at / 3600000 AS bucket, facet AS facet_id, person
        FROM event WHERE occurred_at >= ? AND occurred_at < ?
          AND completes IS NULL AND flags & ${untrustedFlag} = 0)
       JOIN facet ON facet.id = facet_id AND facet.kind = ?`;
}
