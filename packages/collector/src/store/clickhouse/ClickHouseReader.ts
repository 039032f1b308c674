import { type BucketUnit, type Period, daysOf, periodTimes } from "../../time/calendar.ts";
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
import type { ClickHouseConnection } from "./ClickHouseConnection.ts";
import { dailyFacts, hourlyFacts, withMarks } from "./factSources.ts";
import { sqlText, sqlTexts } from "./sqlText.ts";
import { whereFilter } from "./whereFilter.ts";

/** Answers questions. Hours come from the events themselves, longer units from the sums and what is not in them yet. */
export class ClickHouseReader {
  readonly #connection: ClickHouseConnection;

  constructor(connection: ClickHouseConnection) {
    this.#connection = connection;
  }

  async totals(selection: Selection): Promise<Totals> {
    const [totals] = await this.#rows<Totals>(
      `SELECT ${executionsAndUsers}, uniqExactIf(facts.name, facts.executions > 0) AS names,
              sum(facts.synthetic) AS synthetic
       FROM ${factsOf(selection, ["count", "person"])} AS facts`,
    );
    return totals ?? { executions: 0, users: 0, names: 0, synthetic: 0 };
  }

  series(selection: Selection): Promise<readonly BucketCount[]> {
    return this.#rows(
      `SELECT ${bucketBy[selection.period.unit]} AS bucket, ${executionsAndUsers}
       FROM ${factsOf(selection, ["count", "person"])} AS facts
       GROUP BY bucket HAVING ${isAnything} ORDER BY bucket`,
    );
  }

  seriesBy(selection: Selection, dimension: Dimension): Promise<readonly KeyBucketCount[]> {
    return this.#rows(
      `SELECT ${bucketBy[selection.period.unit]} AS bucket, ${columnBy[dimension]} AS key,
              sum(facts.executions) AS executions
       FROM ${factsOf(selection, ["count"])} AS facts
       GROUP BY bucket, key HAVING executions > 0 ORDER BY bucket, key`,
    );
  }

  breakdown(selection: Selection, dimension: Dimension): Promise<readonly KeyCount[]> {
    return this.#rows(
      `SELECT ${columnBy[dimension]} AS key, ${executionsAndUsers}
       FROM ${factsOf(selection, ["count", "person"])} AS facts
       GROUP BY key HAVING ${isAnything} ORDER BY executions DESC, key`,
    );
  }

  async usersOf(
    selection: Selection,
    dimension: Dimension,
    keys: readonly string[],
  ): Promise<number> {
    const [row] = await this.#rows<{ readonly users: number }>(
      `SELECT uniqExact(person) AS users FROM ${factsOf(selection, ["person"])} AS facts
       WHERE ${columnBy[dimension]} IN ${sqlTexts(keys)}`,
    );
    return row?.users ?? 0;
  }

  surfacesByName(selection: Selection): Promise<readonly SurfaceCount[]> {
    return this.#rows(
      `SELECT facts.name AS name, facts.surface AS surface, sum(facts.executions) AS executions
       FROM ${factsOf(selection, ["count"])} AS facts
       GROUP BY name, surface HAVING executions > 0 ORDER BY name, executions DESC, surface`,
    );
  }

  async completions(selection: Selection): Promise<readonly CompletionCount[]> {
    const rows = await this.#rows<CompletionCount & { readonly step: number }>(
      `SELECT facts.name AS name, facts.outcome AS outcome, facts.step AS step, sum(facts.count) AS count
       FROM ${factsOf(selection, ["completion"])} AS facts
       GROUP BY name, outcome, step ORDER BY name, outcome, step`,
    );
    return rows.map(({ step, ...row }) => (step < 0 ? row : { ...row, step }));
  }

  async names(): Promise<readonly NameSpan[]> {
    const rows = await this.#rows<
      Omit<NameSpan, "hasArguments"> & { readonly has_arguments: 0 | 1 }
    >(
      `SELECT facts.name AS name, facts.kind AS kind,
              minIf(facts.bucket, facts.executions > 0) AS first,
              maxIf(facts.bucket, facts.executions > 0) AS last,
              max(facts.type = 'arguments') AS has_arguments
       FROM ${dailyFacts("type IN ('count', 'arguments')")} AS facts
       GROUP BY name, kind HAVING sum(facts.executions) > 0 ORDER BY name, kind`,
    );
    return rows.map(({ has_arguments, ...row }) => ({ ...row, hasArguments: has_arguments === 1 }));
  }

  tallies(period: Period): Promise<readonly Tally[]> {
    const { first, last } = daysOf(period);
    return this.#rows(
      `SELECT facts.kind AS kind, facts.name AS reason, sum(facts.count) AS count
       FROM ${dailyFacts(`type = 'tally' AND bucket BETWEEN ${first} AND ${last}`)} AS facts
       GROUP BY kind, reason ORDER BY kind, count DESC, reason`,
    );
  }

  #rows<Row>(sql: string): Promise<readonly Row[]> {
    return this.#connection.rows<Row>(`${withMarks} ${sql}`);
  }
}

const executionsAndUsers =
  "sum(facts.executions) AS executions, uniqExactIf(facts.person, facts.type = 'person') AS users";

/** Of what was copied here, one shard may know the people and another the executions. */
const isAnything = "executions > 0 OR users > 0";

const columnBy: Readonly<Record<Dimension, string>> = {
  name: "facts.name",
  surface: "facts.surface",
  trigger: "facts.`trigger`",
  source: "facts.source",
  platform: "facts.platform",
};

/** `bucketOf` of a fact's day; hours have facts of their own. */
const bucketBy: Readonly<Record<BucketUnit, string>> = {
  hour: "facts.bucket",
  day: "facts.bucket",
  week: "intDiv(facts.bucket + 3, 7)",
  month: "(toYear(toDate32(facts.bucket)) - 1970) * 12 + toMonth(toDate32(facts.bucket)) - 1",
};

function factsOf({ period, kind, filter }: Selection, types: readonly string[]): string {
  const facts = `type IN ${sqlTexts(types)} AND kind = ${sqlText(kind)} ${whereFilter(filter)}`;
  if (period.unit === "hour") {
    const { from, before } = periodTimes(period);
    return hourlyFacts(from, before, facts);
  }
  const { first, last } = daysOf(period);
  return dailyFacts(`${facts} AND bucket BETWEEN ${first} AND ${last}`);
}
