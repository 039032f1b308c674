import type { Answer, AnswerMemory } from "./AnswerMemory.ts";
import type { TableVersions } from "./Lookout.ts";
import type { StatementRunner } from "./StatementRunner.ts";

/** Reads for one question, what is remembered of the tables' versions from memory. */
export class StatementView {
  readonly #memory: AnswerMemory;
  readonly #runner: StatementRunner;
  readonly #versions: TableVersions;
  readonly #used: Answer[] = [];

  constructor(memory: AnswerMemory, runner: StatementRunner, versions: TableVersions) {
    this.#memory = memory;
    this.#runner = runner;
    this.#versions = versions;
  }

  /** The rows of a statement over the sums alone. */
  readSums<Row>(sql: string): Promise<readonly Row[]> {
    return this.#read(sql, () => this.#runner.rows<Row>(sql));
  }

  /** What is read of events, too. @param what - Names it. */
  gather<Row>(
    what: string,
    read: (runner: StatementRunner) => Promise<readonly Row[]>,
  ): Promise<readonly Row[]> {
    return this.#read(`${this.#versions.log} ${what}`, () => read(this.#runner));
  }

  /** Whether all that was read is known to be of one moment. */
  get isSure(): boolean {
    return this.#used.every(({ isSure }) => isSure);
  }

  /** Whether it is of one moment, by a look that began when it had been read. */
  holds({ sums }: TableVersions): boolean {
    if (sums !== this.#versions.sums) return false;
    for (const answer of this.#used) answer.isSure = true;
    return true;
  }

  async #read<Row>(key: string, read: () => Promise<readonly Row[]>): Promise<readonly Row[]> {
    const answer = this.#memory.of(this.#versions.sums, key, read);
    this.#used.push(answer);
    return (await answer.rows) as readonly Row[];
  }
}
