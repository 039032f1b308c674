import { type BucketUnit, type Period, daysOf, periodTimes } from "../../time/calendar.ts";
import { type FactQuestion, type FactSum, askedColumns, namedGroup } from "./FactQuestion.ts";
import {
  dailyFacts,
  factColumns,
  hourlyFacts,
  hourlyFactsBefore,
  withMarks,
} from "./factSources.ts";
import type { LogCursor } from "./LogCursor.ts";
import { rollUpKeys } from "./rollUpRows.ts";
import { grainFor } from "./grains.ts";
import { sqlTexts } from "./sqlText.ts";

/** Answers a question from the sums alone. */
export function sumsStatement(question: FactQuestion): string {
  return statement(question, sumsWhere(grainedConditionOf(question)));
}

/** Answers a question in one statement, from the sums and what is not in them yet; of hours from the events. */
export function wholeStatement(question: FactQuestion): string {
  const { period, ...timeless } = question;
  const source =
    period?.unit === "hour"
      ? hourlyFacts(periodTimes(period), conditionOf(timeless))
      : dailyFacts(conditionOf(question));
  return `${withMarks} ${statement(question, source)}`;
}

/**
 * Reads the facts of hours, of which some are asked for, that follow from events before a place.
 *
 * @param hasNames - Otherwise of all names together, which are far fewer.
 * @param limit - How many at most.
 */
export function hoursStatement(
  period: Period,
  place: LogCursor,
  { hasNames, limit }: { readonly hasNames: boolean; readonly limit: number },
): string {
  const keys = hasNames ? rollUpKeys : rollUpKeys.replace(" name,", "");
  return `
    SELECT ${keys}${hasNames ? "" : ", '' AS name"}, sum(facts.executions) AS executions,
           sum(facts.synthetic) AS synthetic, sum(facts.count) AS count
    FROM ${hourlyFactsBefore(place, periodTimes(period))} AS facts GROUP BY ${keys} LIMIT ${limit}`;
}

/** Which of some people are in the sums that answer a question: each with the columns by which is summed up. */
export function knownPeopleStatement(question: FactQuestion, people: readonly string[]): string {
  const condition = grainedConditionOf({ ...question, types: ["person"] });
  const columns = [...columnsOf(question), "facts.person AS person"].join(", ");
  const source = sumsWhere(`${condition} AND person IN ${sqlTexts(people)}`);
  return `SELECT DISTINCT ${columns} FROM ${source} AS facts`;
}

function sumsWhere(condition: string): string {
  return `(SELECT ${factColumns} FROM roll_up WHERE ${condition})`;
}

function statement(question: FactQuestion, source: string): string {
  const columns = columnsOf(question);
  const sums = question.sums.map((sum) => `${sumSql[sum]} AS ${sum}`);
  const groups = question.by.map((group) => quote(namedGroup(group).as)).join(", ");
  return `SELECT ${[...columns, ...sums].join(", ")} FROM ${source} AS facts ${groups && `GROUP BY ${groups}`}`;
}

/** The condition of the sums to read that have the fewest rows. */
function grainedConditionOf(question: FactQuestion): string {
  const asked = askedColumns(question);
  return conditionOf({ ...question, types: question.types.map((type) => grainFor(type, asked)) });
}

function conditionOf({
  types,
  conditions,
  period,
}: Pick<FactQuestion, "conditions" | "period"> & { readonly types: readonly string[] }): string {
  const days = period && daysOf(period);
  return [
    `type IN ${sqlTexts(types)}`,
    ...conditions.map(([column, values]) => `${quote(column)} IN ${sqlTexts(values)}`),
    ...(days === undefined ? [] : [`bucket BETWEEN ${days.first} AND ${days.last}`]),
  ].join(" AND ");
}

function columnsOf({ by, period }: FactQuestion): readonly string[] {
  return by.map((group) => {
    const { column, as } = namedGroup(group);
    const sql = column === "bucket" ? bucketSql[period?.unit ?? "day"] : `facts.${quote(column)}`;
    return `${sql} AS ${quote(as)}`;
  });
}

function quote(column: string): string {
  return `\`${column}\``;
}

const sumSql: Readonly<Record<FactSum, string>> = {
  executions: "sum(facts.executions)",
  synthetic: "sum(facts.synthetic)",
  count: "sum(facts.count)",
  users: "uniqExactIf(facts.person, facts.person != '')",
  first: "minIf(facts.bucket, facts.executions > 0)",
  last: "maxIf(facts.bucket, facts.executions > 0)",
};

/** `bucketOf` of a fact's day; hours have facts of their own. */
const bucketSql: Readonly<Record<BucketUnit, string>> = {
  hour: "facts.bucket",
  day: "facts.bucket",
  week: "intDiv(facts.bucket + 3, 7)",
  month: "(toYear(toDate32(facts.bucket)) - 1970) * 12 + toMonth(toDate32(facts.bucket)) - 1",
};
