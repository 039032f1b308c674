import type { Period } from "../../time/calendar.ts";
import { AnswerMemory } from "./AnswerMemory.ts";
import { type FactQuestion, askedColumns } from "./FactQuestion.ts";
import {
  countedDays,
  countedHours,
  countedStatement,
  hoursStatement,
  knownPeopleStatement,
  wholeStatement,
} from "./factStatements.ts";
import { Lookout } from "./Lookout.ts";
import { readUncounted } from "./readUncounted.ts";
import type { RollUpRow } from "./rollUpRows.ts";
import type { StatementRunner } from "./StatementRunner.ts";
import { StatementView } from "./StatementView.ts";
import { type KnownPerson, SummedFacts } from "./SummedFacts.ts";

/** How often a question is asked anew because the sums have changed meanwhile. */
const maxTries = 3;

/** How many statements are asked anew of other sums. */
const maxRenewed = 100;

/** What sums facts up. */
export interface CountSourceOptions {
  /** Called when there is too much that is not in the sums yet. */
  readonly onCrowd?: () => void;
  /** How many rows or facts are summed up here: if there are more, the server does it. @default 20,000 */
  readonly maxFacts?: number;
}

/** Answers that are to be merged: they are of different people. */
type Parts<Row> = readonly (readonly Row[])[];

/**
 * Sums up facts. The planning of a statement that finds out by itself what is not in the sums yet takes the server many
 * times as long as one over the sums alone. So what is not in them is read once for all questions, these are asked of the
 * sums, and an answer counts if the sums were the same before and after. The facts of hours are read once, too. What was
 * read is remembered until there is something else to be read, and what was asked last can be read of new sums before
 * anybody asks again.
 */
export class CountSource {
  readonly #runner: StatementRunner;
  readonly #lookout: Lookout;
  readonly #memory = new AnswerMemory();
  /** The sums besides which there was too much: it gets more until they change. */
  #crowded: string | undefined;
  /** Statements over the sums, the one asked last at the end. */
  readonly #asked = new Set<string>();
  readonly #onCrowd: () => void;
  readonly #maxFacts: number;

  constructor(
    runner: StatementRunner,
    { onCrowd = () => {}, maxFacts = 20_000 }: CountSourceOptions = {},
  ) {
    this.#runner = runner;
    this.#lookout = new Lookout(runner);
    this.#onCrowd = onCrowd;
    this.#maxFacts = maxFacts;
  }

  /** Answers from all that was stored before the call. */
  async answer<Row extends object>(question: FactQuestion): Promise<Parts<Row>> {
    const { period } = question;
    const hours = period?.unit === "hour" ? period : undefined;
    for (let attempt = 0; attempt < maxTries; attempt += 1) {
      const versions = await this.#lookout.look();
      if (versions.sums === this.#crowded) break;
      const view = new StatementView(this.#memory, this.#runner, versions);
      const parts =
        hours === undefined
          ? await this.#partsOfDays<Row>(question, view)
          : await this.#partsOfHours<Row>(question, hours, view);
      if (parts === undefined) {
        this.#crowded = versions.sums;
        this.#onCrowd();
        break;
      }
      if (view.isSure || view.holds(await this.#lookout.look())) return parts;
    }
    return [await this.#runner.rows<Row>(wholeStatement(question))];
  }

  /** Reads what was asked last, as far as it is not known of the sums as they are now. */
  async renew(): Promise<void> {
    const versions = await this.#lookout.look();
    const view = new StatementView(this.#memory, this.#runner, versions);
    await readUncounted(view, "day", this.#maxFacts);
    for (const sql of [...this.#asked].toReversed()) {
      // Somebody has found the sums to be others again.
      if (this.#memory.version !== versions.sums) return;
      await view.readSums(sql);
    }
    view.holds(await this.#lookout.look());
  }

  /** What the sums say, and what is not in them; nothing if that is too much. */
  async #partsOfDays<Row extends object>(
    question: FactQuestion,
    view: StatementView,
  ): Promise<Parts<Row> | undefined> {
    const sql = countedStatement(question, countedDays);
    this.#noteAsked(sql);
    const [counted, uncounted] = await Promise.all([
      view.readSums<Row>(sql),
      readUncounted(view, "day", this.#maxFacts),
    ]);
    if (uncounted === undefined) return undefined;
    const rest = await restOf<Row>(question, uncounted.facts, (people) =>
      view.readSums(knownPeopleStatement(question, countedDays, people)),
    );
    return [counted, rest];
  }

  /** What events say, and those that are not in the sums; nothing if these are too many. */
  async #partsOfHours<Row extends object>(
    question: FactQuestion,
    hours: Period,
    view: StatementView,
  ): Promise<Parts<Row> | undefined> {
    const uncounted = await readUncounted(view, "hour", this.#maxFacts);
    if (uncounted === undefined) return undefined;
    const read = <Read>(sql: string) => view.gather<Read>(sql, (runner) => runner.rows(sql));
    const isOfAllNames =
      !question.types.includes("completion") && !askedColumns(question).includes("name");
    if (isOfAllNames) {
      const sql = hoursStatement(hours, uncounted.place, this.#maxFacts + 1);
      const facts = await read<RollUpRow>(sql);
      if (facts.length <= this.#maxFacts) {
        return [new SummedFacts(question, [...facts, ...uncounted.facts]).rows<Row>()];
      }
    }
    const source = countedHours(hours, uncounted.place);
    const counted = await read<Row>(countedStatement(question, source));
    const rest = await restOf<Row>(question, uncounted.facts, (people) =>
      read(knownPeopleStatement(question, source, people)),
    );
    return [counted, rest];
  }

  #noteAsked(statement: string): void {
    const asked = this.#asked;
    asked.delete(statement);
    asked.add(statement);
    for (const oldest of asked) {
      if (asked.size <= maxRenewed) return;
      asked.delete(oldest);
    }
  }
}

/** Sums up the facts that are not counted yet. @param readKnown - Who of some people is counted, and so not once more. */
async function restOf<Row extends object>(
  question: FactQuestion,
  facts: readonly RollUpRow[],
  readKnown: (people: readonly string[]) => Promise<readonly KnownPerson[]>,
): Promise<readonly Row[]> {
  const rest = new SummedFacts(question, facts);
  const { people } = rest;
  return rest.rows<Row>(people.length === 0 ? [] : await readKnown(people));
}
