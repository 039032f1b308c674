import { type BucketUnit, type Period, daysOf, periodTimes } from "../../time/calendar.ts";
import { type FactQuestion, type FactSum, askedColumns, namedGroup } from "./FactQuestion.ts";
import {
  type EventFactType,
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

/** Where the facts of a question are that are in the sums. */
export type CountedFacts = (question: FactQuestion) => string;

/** Sums by days. */
export const countedDays: CountedFacts = (question) => {
  const asked = askedColumns(question);
  const types = question.types.map((type) => grainFor(type, asked));
  return `(SELECT ${factColumns} FROM roll_up WHERE ${conditionOf({ ...question, types })})`;
};

/** Events before a place. */
export function countedHours(hours: Period, place: LogCursor): CountedFacts {
  return ({ types, conditions }) => {
    const ofEvents = eventFactTypes.filter((type) => types.includes(type));
    const facts = hourlyFactsBefore(place, periodTimes(hours), ofEvents);
    return `(SELECT ${factColumns} FROM ${facts} WHERE ${conditionOf({ types, conditions })})`;
  };
}

const eventFactTypes: readonly EventFactType[] = ["count", "person", "completion"];

/** Answers a question as far as facts are in the sums. */
export function countedStatement(question: FactQuestion, facts: CountedFacts): string {
  return statement(question, facts(question));
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
 * Reads who did what in the hours of a period, of all names together, which is all that most questions need.
 *
 * @param limit - How many facts at most.
 */
export function hoursStatement(hours: Period, place: LogCursor, limit: number): string {
  const keys = rollUpKeys.replace(" name,", "");
  const facts = hourlyFactsBefore(place, periodTimes(hours), ["count", "person"]);
  return `
    SELECT ${keys}, '' AS name, sum(facts.executions) AS executions,
           sum(facts.synthetic) AS synthetic, sum(facts.count) AS count
    FROM ${facts} AS facts GROUP BY ${keys} LIMIT ${limit}`;
}

/** Which of some people are in the sums that answer a question: each with the columns by which is summed up. */
export function knownPeopleStatement(
  question: FactQuestion,
  facts: CountedFacts,
  people: readonly string[],
): string {
  const columns = [...columnsOf(question), "facts.person AS person"].join(", ");
  const source = facts({ ...question, types: ["person"] });
  return `SELECT DISTINCT ${columns} FROM ${source} AS facts WHERE facts.person IN ${sqlTexts(people)}`;
}

function statement(question: FactQuestion, source: string): string {
  const columns = columnsOf(question);
  const sums = question.sums.map((sum) => `${sumSql[sum]} AS ${sum}`);
  const groups = question.by.map((group) => quote(namedGroup(group).as)).join(", ");
  return `SELECT ${[...columns, ...sums].join(", ")} FROM ${source} AS facts ${groups && `GROUP BY ${groups}`}`;
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
