import type { Period } from "../../time/calendar.ts";
import { AnswerMemory } from "./AnswerMemory.ts";
import type { FactQuestion } from "./FactQuestion.ts";
import {
  hoursStatement,
  knownPeopleStatement,
  sumsStatement,
  uncountedStatement,
  wholeStatement,
} from "./factStatements.ts";
import { Lookout } from "./Lookout.ts";
import type { RollUpRow } from "./rollUpRows.ts";
import type { StatementRunner } from "./StatementRunner.ts";
import { StatementView } from "./StatementView.ts";
import { type KnownPerson, SummedFacts } from "./SummedFacts.ts";

/** How often a question is asked anew because the sums have changed meanwhile. */
const maxTries = 3;

/** What sums facts up. */
export interface CountSourceOptions {
  /** Called when there is too much that is not in the sums yet. */
  readonly onCrowd?: () => void;
  /** How many facts are summed up here: if there are more, the server does it. @default 20,000 */
  readonly maxFacts?: number;
}

/** Answers that are to be merged: they are of different people. */
type Parts<Row> = readonly (readonly Row[])[];

/**
 * Sums up facts. The planning of a statement that finds out by itself what is not in the sums yet takes the server many
 * times as long as one over the sums alone. So what is not in them is read once for all questions, these are asked of the
 * sums, and an answer counts if the sums were the same before and after. The facts of hours are read once, too. What was
 * read is remembered until there is something else to be read.
 */
export class CountSource {
  readonly #runner: StatementRunner;
  readonly #lookout: Lookout;
  readonly #memory = new AnswerMemory();
  /** The sums besides which there was too much: it gets more until they change. */
  #crowded: string | undefined;
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
      if (hours === undefined && versions.sums === this.#crowded) break;
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
      // One statement has read it all: it is not remembered, but it is right.
      if (hours !== undefined) return parts;
    }
    return [await this.#runner.rows<Row>(wholeStatement(question))];
  }

  /** What the sums say, and what is not in them; nothing if that is too much. */
  async #partsOfDays<Row extends object>(
    question: FactQuestion,
    view: StatementView,
  ): Promise<Parts<Row> | undefined> {
    const [counted, facts] = await Promise.all([
      view.readSums<Row>(sumsStatement(question)),
      view.readAll<RollUpRow>(uncountedStatement(this.#maxFacts + 1)),
    ]);
    if (facts.length > this.#maxFacts) return undefined;
    const uncounted = new SummedFacts(question, facts);
    const { people } = uncounted;
    if (people.length === 0) return [counted, uncounted.rows<Row>()];
    const known = await view.readSums<KnownPerson>(knownPeopleStatement(question, people));
    return [counted, uncounted.rows<Row>(known)];
  }

  async #partsOfHours<Row extends object>(
    question: FactQuestion,
    hours: Period,
    view: StatementView,
  ): Promise<Parts<Row>> {
    const facts = await view.readAll<RollUpRow>(hoursStatement(hours, this.#maxFacts + 1));
    if (facts.length <= this.#maxFacts) return [new SummedFacts(question, facts).rows<Row>()];
    return [await view.readAll<Row>(wholeStatement(question))];
  }
}
