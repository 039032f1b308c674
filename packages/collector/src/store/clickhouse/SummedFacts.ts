import { type BucketUnit, bucketOf, bucketStart, daysOf } from "../../time/calendar.ts";
import { type FactQuestion, type FactSum, type NamedGroup, namedGroup } from "./FactQuestion.ts";
import type { RollUpRow } from "./rollUpRows.ts";

/** Somebody, with the columns by which is summed up. */
export type KnownPerson = Readonly<Record<string, unknown>> & { readonly person: string };

/** Facts summed up as a question wants it: an answer like that of the server. */
export class SummedFacts {
  readonly #question: FactQuestion;
  readonly #unit: BucketUnit;
  readonly #by: readonly NamedGroup[];
  readonly #groups = new Map<string, Group>();

  /** @param facts - By hours if the question is about hours, by days if not; those that are asked for are taken. */
  constructor(question: FactQuestion, facts: readonly RollUpRow[]) {
    this.#question = question;
    this.#unit = question.period?.unit ?? "day";
    this.#by = question.by.map(namedGroup);
    const isAsked = matcherOf(question);
    for (const fact of facts) if (isAsked(fact)) this.#groupOf(fact).add(fact);
  }

  /** Everybody in it, if users are asked for. */
  get people(): readonly string[] {
    if (!this.#question.sums.includes("users")) return [];
    return [...new Set([...this.#groups.values()].flatMap(({ people }) => [...people]))];
  }

  /** The rows. @param others - Of `people`, those who are not to be counted, each in the group that the columns say. */
  rows<Row extends object>(others: readonly KnownPerson[] = []): readonly Row[] {
    for (const row of others) this.#groups.get(this.#keyOf(row))?.people.delete(row.person);
    return [...this.#groups.values()].map((group) => group.row(this.#question.sums) as Row);
  }

  #groupOf(fact: RollUpRow): Group {
    const values = this.#by.map(({ column }) =>
      column === "bucket" ? this.#bucketOf(fact) : fact[column],
    );
    const key = JSON.stringify(values);
    const known = this.#groups.get(key);
    if (known !== undefined) return known;
    const group = new Group(
      Object.fromEntries(this.#by.map(({ as }, index) => [as, values[index]])),
    );
    this.#groups.set(key, group);
    return group;
  }

  #bucketOf({ bucket }: RollUpRow): number {
    return this.#unit === "hour" ? bucket : bucketOf(this.#unit, bucketStart("day", bucket));
  }

  #keyOf(row: KnownPerson): string {
    return JSON.stringify(this.#by.map(({ as }) => row[as]));
  }
}

class Group {
  readonly people = new Set<string>();
  readonly #columns: object;
  readonly #numbers = { executions: 0, synthetic: 0, count: 0, first: Infinity, last: -Infinity };

  constructor(columns: object) {
    this.#columns = columns;
  }

  add({ type, person, bucket: day, executions, synthetic, count }: RollUpRow): void {
    if (type === "person") this.people.add(person);
    const numbers = this.#numbers;
    numbers.executions += executions;
    numbers.synthetic += synthetic;
    numbers.count += count;
    if (executions === 0) return;
    numbers.first = Math.min(numbers.first, day);
    numbers.last = Math.max(numbers.last, day);
  }

  row(wanted: readonly FactSum[]): object {
    const sums = { ...this.#numbers, users: this.people.size };
    return { ...this.#columns, ...Object.fromEntries(wanted.map((sum) => [sum, sums[sum]])) };
  }
}

function matcherOf({ types, conditions, period }: FactQuestion): (fact: RollUpRow) => boolean {
  const within = period?.unit === "hour" ? period : period && daysOf(period);
  return (fact) =>
    types.some((type) => type === fact.type) &&
    (within === undefined || (fact.bucket >= within.first && fact.bucket <= within.last)) &&
    conditions.every(([column, values]) => values.includes(fact[column]));
}
